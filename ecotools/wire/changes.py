def replace_contents(old, new):
    if isinstance(old, list):
        old[:] = new
        return True
    if isinstance(old, dict):
        old.clear()
        old.update(new)
        return True
    return False


def describe_change(before, after):
    return f"it was {before!r} and is {after!r} now."
