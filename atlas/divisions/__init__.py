"""Administrative divisions: who belongs to whom, what each is called, and which ones a map draws."""

from atlas.divisions.files import GEO_FOLDER, load_divisions
from atlas.divisions.model import COUNTRY, Division, Level, Scope
from atlas.divisions.tree import Divisions

__all__ = ["COUNTRY", "GEO_FOLDER", "Division", "Divisions", "Level", "Scope", "load_divisions"]
