"""How is this place doing, all in all?"""

from atlas.ui.profile_page import show

show()
