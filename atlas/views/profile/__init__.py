"""One division on one page: how is this place doing, all in all?"""
