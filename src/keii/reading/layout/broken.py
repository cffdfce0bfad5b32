from keii.reading.layout.paragraphs import Draft
from keii.reading.layout.tags import Sheet


def mend(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    return drafts
