"""Answers to the section of the blueprint in module 00, which is checked by rule."""

from ecotools.grading.authoring.probes import right, wrong

PROBES = [
    # Task 5: the audience
    right(
        "00-q5",
        "more problems than asked for, in another style",
        """
        my_audience = '''
        who: "Beekeepers: beginners"
        problems: [Swarms leave, Hives get wet, "When to harvest?", Wasps]
        pain_point: Nobody nearby to ask
        '''
        """,
    ),
    right(
        "00-q5",
        "a single long line of text for one field",
        """
        my_audience = "who: Teachers\\npain_point: No time\\nproblems:\\n- Marking\\n- Planning\\n- Parents' evenings\\n"
        """,
    ),
    wrong(
        "00-q5",
        "two problems",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Marking, Planning]
        '''
        """,
        message="at least three different smaller problems; there are 2",
    ),
    wrong(
        "00-q5",
        "a key with a slip",
        """
        my_audience = '''
        who: Teachers
        pain_pont: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="pain_point",
    ),
    wrong(
        "00-q5",
        "the same problem three times",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Marking, marking, "Marking "]
        '''
        """,
        message="there are 1",
    ),
    right(
        "00-q5",
        "with the key of the section above it",
        """
        my_audience = '''
        audience:
          who: Teachers
          pain_point: No time
          problems:
          - Marking
          - Planning
          - Reports
        '''
        """,
    ),
    right(
        "00-q5",
        "long text over several lines, and accents",
        """
        my_audience = '''
        who: >
          Bäckerinnen und Bäcker,
          die zu Hause backen
        pain_point: 'Bread: it does not rise'
        problems: ["Too wet", "Too dry", "Too dark", "No crust"]
        '''
        """,
    ),
    right(
        "00-q5",
        "put together by code",
        """
        problems = ["Marking", "Planning", "Reports"]
        my_audience = "who: Teachers\\npain_point: No time\\nproblems:\\n" + "".join(f"  - {one}\\n" for one in problems)
        """,
    ),
    right(
        "00-q5",
        "comments between the lines",
        """
        my_audience = '''
        # whom I know
        who: Teachers  # at primary schools
        pain_point: No time
        problems:
          # in the order of pain
          - Marking
          - Planning
          - Reports
        '''
        """,
    ),
    wrong(
        "00-q5",
        "a dictionary instead of text",
        """
        my_audience = {"who": "Teachers", "pain_point": "No time", "problems": ["Marking", "Planning", "Reports"]}
        """,
        message="YAML text between triple quotes",
    ),
    wrong(
        "00-q5",
        "nobody in particular",
        """
        my_audience = '''
        pain_point: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="audience.who: is missing",
    ),
    wrong(
        "00-q5",
        "the main problem forgotten",
        """
        my_audience = '''
        who: Teachers
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="Name the main problem",
    ),
    wrong(
        "00-q5",
        "the main problem among the smaller ones",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Marking, Planning, no time]
        '''
        """,
        message="repeats the main one",
    ),
    wrong(
        "00-q5",
        "problems without dashes",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: Marking, Planning, Reports
        '''
        """,
        message="list",
    ),
    wrong(
        "00-q5",
        "a colon in a text without quotation marks",
        """
        my_audience = '''
        who: Teachers: primary schools
        pain_point: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="line 2",
    ),
    wrong(
        "00-q5",
        "no space after the colon",
        """
        my_audience = '''
        who:Teachers
        pain_point:No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="not YAML",
    ),
    wrong(
        "00-q5",
        "nothing between the quotes",
        """
        my_audience = '''
        '''
        """,
        message="empty",
    ),
    wrong(
        "00-q5",
        "two problems, and dots for the third",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems:
          - Marking
          - Planning
          - ...
        '''
        """,
        message="three different smaller problems; there are 2",
    ),
    wrong(
        "00-q5",
        "placeholders",
        """
        my_audience = '''
        who: Teachers
        pain_point: No time
        problems: [Problem 1, Problem 2, TODO]
        '''
        """,
        message="there are 0",
    ),
    wrong(
        "00-q5",
        "the example of the text",
        """
        my_audience = '''
        who: Copywriters who are new
        pain_point: CLIENTS argue about every word
        problems: [Writing a headline takes half a day, Briefs are vague, Drafts come back red]
        '''
        """,
        message="the example of the task",
    ),
    wrong(
        "00-q5",
        "nobody yet",
        """
        my_audience = '''
        who: "..."
        pain_point: No time
        problems: [Marking, Planning, Reports]
        '''
        """,
        message="says nothing yet",
    ),
]
