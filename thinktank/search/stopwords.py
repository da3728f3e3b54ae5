"""Words that say nothing of what a text is about, folded."""

from __future__ import annotations

from .folding import fold

_ARABIC = """
في من إلى على عن مع بين حول حتى منذ خلال عند لدى نحو ضد دون غير سوى رغم عبر قبل
بعد فوق تحت أمام وراء ضمن أن إن أنّ كأن لكن ليت لعل لأن بأن وأن فإن وإن هذا هذه
ذلك تلك هؤلاء أولئك هنا هناك الذي التي الذين اللذين اللتين اللاتي اللواتي هو هي
هم هن هما نحن أنا أنت أنتم ما ماذا لماذا متى أين كيف كم أي أيّ هل لا لم لن ليس
ليست لو إذا إذ إذن حين حيث حيثما كما مثل كل كلا كلتا بعض أو أم ثم بل قد لقد سوف
كان كانت يكون تكون كانوا أصبح به بها له لها لهم فيه فيها فيهم عليه عليها عليهم
إليه إليها منه منها منهم عنه عنها معه معها بهم لنا وهو وهي وهم وما ولا وفي ومن
وعلى وإلى وعن ومع وقد فقط أيضا أيضاً جدا لذلك بذلك كذلك لهذا لهذه بهذا بهذه مما بما
فيما عما ممن لما كلما إنما أما إما يا د م هـ ق
"""
_ENGLISH = """
a an the and or but nor if then than so as at by for from in into of off on onto
out over to up with without within about after before between during through
under until upon via is are was were be been being am do does did have has had
having it its it's he she they them their his her this that these those there
here which who whom whose what when where why how not no can could may might
must shall should will would s we you our your among amongst while whilst both
such each any some all more most other others also only just very several
th st nd rd al el
"""
_PARTICLES = ("أن", "إن", "لأن", "بأن", "كأن", "فإن", "لكن", "وأن", "وإن", "ولكن")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني", "ك")
STOP = frozenset(
    fold(word)
    for word in [
        *(_ARABIC + _ENGLISH).split(),
        *(f"و{word}" for word in _ARABIC.split()),
        *(particle + pronoun for particle in _PARTICLES for pronoun in _PRONOUNS),
    ]
)
ACRONYMS = frozenset(["WHO", "IT"])
"""In capitals these are names."""
MEANT = frozenset(["آلي", "إمام"])
"""With this hamza they are no «إلى» and «أمام»."""
NAME = fold("علي")
"""With ي it is a name, which many also write for «على»."""
