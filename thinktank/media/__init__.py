"""Pictures and files: checked when they come in, stored once, served with care.

Pictures are drawn anew, so that nothing of what was uploaded but its pixels is ever
served. Files are kept as they are, of a few formats, recognised by their content.
"""
