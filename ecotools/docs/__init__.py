"""The pages in ``docs/`` that are made from what they tell of: ``ecotools docs`` makes all of them.

Each module makes a page, or those of a folder, from the code, the notebooks or the tables of a clone.
"""
