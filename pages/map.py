"""Where does it stand, and where is it worst?"""

from atlas.ui.map_page import show

show()
