"""What all forms that go over the wire share, and the smallest of them."""

from pydantic import BaseModel, ConfigDict


class Wire(BaseModel):
    """A frozen form; the sentence under a field becomes its description in the schema an assistant reads."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Coded(Wire):
    """A code with what people call it."""

    code: str
    label: str
