"""Who put this number here?"""

from atlas.ui.history_page import show

show()
