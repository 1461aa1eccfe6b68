"""The public legal service atlas: run with `make run`, or `streamlit run app.py`."""

import streamlit as st

from atlas.api.server import lifespan, routes
from atlas.ui.compression import widen_compression
from atlas.ui.problem_box import unexpected
from atlas.ui.sealed import seal

seal()
widen_compression()
app = st.App("atlas/ui/dashboard.py", routes=routes(), lifespan=lifespan, on_script_error=unexpected)
