"""What does this number mean?"""

from atlas.ui.indicators_page import show

show()
