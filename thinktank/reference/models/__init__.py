from .named import Mergeable, Named, Tree, Worded, named_in_some_language
from .people import Affiliation, Gender, Person, Residence
from .subjects import Programme, Region, Series, Topic

__all__ = [
    "Affiliation",
    "Gender",
    "Mergeable",
    "Named",
    "Person",
    "Programme",
    "Region",
    "Residence",
    "Series",
    "Topic",
    "Tree",
    "Worded",
    "named_in_some_language",
]
