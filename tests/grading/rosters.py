"""A made-up class as three systems give it out; two in it are called Ada Lovelace, two Li Wei and Wei Li."""

MOODLE = """First name,Last name,"Email address","ID number"
Ada,Lovelace,ada@example.org,900
Ada,Lovelace,ada.l@example.org,901
Zoë,"de la Cruz",zoe@example.org,902
Li,Wei,li@example.org,903
Wei,Li,wei@example.org,904
Gus,Gauß,gus@example.org,905
"""
GRADES = """\
First name,Surname,ID number,Institution,Department,Email address,A,Last downloaded from this course
Ada,Lovelace,900,,,ada@example.org,-,1772384520
Hana,Ono,906,,,hana@example.org,-,1772384520
"""
# The worksheet of 01-tiny; a site may keep the addresses back.
WORKSHEET = """Identifier,"Full name","Email address",Status,Grade,"Maximum Grade"
"Participant 7","Ada Lovelace",ada@example.org,Submitted,,6.00
"Participant 8","Ada Lovelace",ada.l@example.org,Submitted,,6.00
"Participant 9","Zoë de la Cruz",zoe@example.org,Submitted,,6.00
"""
NAMELESS = """Identifier,"Full name",Status
"Participant 7","Ada Lovelace",Submitted
"Participant 9","Zoë de la Cruz",Submitted
"""
CANVAS = '''Student,ID,SIS User ID,SIS Login ID,Section,01-tiny (1234),Final Score
,,,,,Manual Posting,
    Points Possible,,,,,6,(read only)
"Lovelace, Ada",101,S900,ada1,A,,
"Lovelace, Ada",102,S901,ada2,A,4,
"de la Cruz, Zoë",103,S902,zoe,A,,
"=""=HYPERLINK(1)""",104,=S904,=evil,B,,
"Student, Test",999,,,A,,
'''
PLAIN = "Name;E-Mail\nAda Lovelace;ada@example.org\nBo Ek;bo@example.org\n"
