"""The whole loop on real input: ``demo_class`` makes up a class and its hand-ins, ``loop`` runs it all."""
