"""The door for assistants: the store as tools and resources of the Model Context Protocol.

Whatever is answered stands with its exact words, where they stand and what they come from, as data: an assistant has no
need to invent. Nothing is computed here.
"""
