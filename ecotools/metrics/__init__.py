"""Measures of an ecosystem: tables of a ledger in, small result tables or numbers out."""
