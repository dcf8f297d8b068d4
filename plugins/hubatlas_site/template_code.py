"""Templates compiled to plainer Python than Jinja's own, which makes the same pages in about half the time.

Jinja provides for whatever a template may be given. Ours are given frozen objects, and functions that ask for nothing
but their arguments, so attributes and calls become Python's own.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from types import FunctionType

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined] # `escape` makes markup of the second


class TemplateCode(CodeGenerator):
    """Generates code in which attributes are only attributes, so that a misspelt one raises AttributeError.

    Functions among the globals cannot ask for Jinja's context.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own name
        """Generate the code of a whole template."""
        for name, value in self.environment.globals.items():
            if hasattr(value, "jinja_pass_arg"):
                raise TypeError(f"{name} asks for Jinja's context, which templates do not pass on")
        self.writeline(f"from {__name__} import quick_macro, shown")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as above
        """Generate `x.name`: Jinja would try items as well, and call a function to do so."""
        if isinstance(node.node, nodes.Const) or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - as above
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> None:
        """Generate `f(x)`: Jinja would ask each time whether `f` wants the context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Generate what comes before a value: Jinja would make markup of each, only to join it."""
        if _escapes(frame) and finalize.src is None:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Generate what stands for a macro."""
        self.write("quick_macro(macro, " if _escapes(frame) else "(")
        super().macro_def(macro_ref, frame)
        self.write(")")


def _escapes(frame: Frame) -> bool:
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


def shown(value: object) -> str:
    """A value as it stands in a page: markup as it is, all else escaped."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def quick_macro(function: FunctionType, macro: Macro) -> Callable[..., str]:
    """What does as `macro` does; `function` is what that calls when it has put the arguments in order.

    Arguments without names are in order, and Python fills in those that are missing.
    """
    if macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro
    function.__defaults__ = (missing,) * len(macro.arguments)
    function.__qualname__ = macro.name or "caller"

    def call(*given: object, **named: object) -> str:
        # made as str is made: Markup itself first asks each text whether it has an __html__
        return macro(*given, **named) if named else str.__new__(Markup, function(*given))

    return call
