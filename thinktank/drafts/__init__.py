"""What somebody who holds a link sees of a draft; the desk makes and revokes links."""
