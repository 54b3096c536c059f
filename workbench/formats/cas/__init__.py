"""A UIMA CAS for each article and annotator, under types of our own, by dkpro-cassis.

Offsets are UTF-16 units in the files, as UIMA has them; cassis counts code points on both sides.
"""
