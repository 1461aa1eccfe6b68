"""The script behind every page: navigation, the page, and the frame around it."""

import streamlit as st

from atlas.datasets import Dataset
from atlas.problems import AtlasError
from atlas.ui.demonstration_maker import offer_demonstration
from atlas.ui.frame import frame, style
from atlas.ui.navigation import pages
from atlas.ui.problem_box import problem_box
from atlas.ui.state import language, read_link, selection, workspace

st.set_page_config(
    page_title="公共法律服务图集 Public Legal Service Atlas", layout="wide", initial_sidebar_state="collapsed"
)
try:
    read_link()
    every = pages(language())
    page = st.navigation(list(every.values()), position="hidden")
    style()
    above = st.container()
    try:
        if selection().dataset is Dataset.DEMONSTRATION and not workspace().is_made(Dataset.DEMONSTRATION):
            offer_demonstration(language())
        else:
            page.run()
    finally:
        # The bar changes least, so it is sent last, and it stands whatever happens to the page.
        with above:
            frame(page, every)
except AtlasError as error:
    problem_box(error.problems)
