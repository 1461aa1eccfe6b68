"""Which figures have been published, by whom, and for when?"""

from atlas.ui.figures_page import show

show()
