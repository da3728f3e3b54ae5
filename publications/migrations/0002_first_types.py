"""The types a centre starts with; editors change, add and remove them later."""

from django.db import migrations

# code, Arabic, Arabic plural, English, English plural, ink, schema.org, RIS, Crossref
TYPES = [
    ("analysis", "تحليل", "تحليلات", "Analysis", "Analyses", "cinnabar", "AnalysisNewsArticle", "RPRT", ""),
    ("estimate", "تقدير", "تقديرات", "Estimate", "Estimates", "cinnabar", "AnalysisNewsArticle", "RPRT", "report"),
    ("study", "دراسة", "دراسات", "Study", "Studies", "indigo", "Report", "RPRT", "report"),
    ("report", "تقرير", "تقارير", "Report", "Reports", "indigo", "Report", "RPRT", "report"),
    ("programme-report", "تقرير برنامج", "تقارير البرامج", "Programme report", "Programme reports", "indigo", "Report", "RPRT", "report"),
    ("strategic-report", "التقرير الاستراتيجي", "التقارير الاستراتيجية", "Strategic report", "Strategic reports", "indigo", "Report", "RPRT", "report"),
    ("policy-brief", "موجز سياسات", "موجزات سياسات", "Policy brief", "Policy briefs", "indigo", "Report", "RPRT", "report"),
    ("book", "كتاب", "كتب", "Book", "Books", "indigo", "Book", "BOOK", "book"),
    ("indicators", "مؤشرات", "مؤشرات", "Indicators", "Indicators", "verdigris", "Report", "RPRT", "report"),
    ("infographic", "إنفوجرافيك", "إنفوجرافيك", "Infographic", "Infographics", "verdigris", "Article", "FIGURE", ""),
    ("world-views", "رؤى عالمية", "رؤى عالمية", "World view", "World views", "saffron", "Article", "MGZN", ""),
    ("discussion", "نقاش", "نقاشات", "Discussion summary", "Discussion summaries", "saffron", "Article", "RPRT", ""),
    ("article", "مقال في عدد", "مقالات الأعداد", "Journal article", "Journal articles", "verdigris", "ScholarlyArticle", "JOUR", "journal_article"),
    ("issue", "عدد دورية", "أعداد الدوريات", "Issue", "Issues", "verdigris", "PublicationIssue", "JOUR", "journal_issue"),
    ("dossier", "ملف", "ملفات", "Dossier", "Dossiers", "indigo", "Collection", "RPRT", ""),
    ("opinion", "رأي", "آراء", "Opinion", "Opinions", "saffron", "OpinionNewsArticle", "MGZN", ""),
]  # fmt: skip

# What a news line says before the title; Arabic agrees with the noun.
ANNOUNCEMENTS = {
    "analysis": ("نشر تحليل جديد بعنوان", "New analysis:"),
    "estimate": ("نشر تقدير جديد بعنوان", "New estimate:"),
    "study": ("صدور دراسة جديدة بعنوان", "New study:"),
    "report": ("صدور تقرير جديد بعنوان", "New report:"),
    "programme-report": ("صدور تقرير برنامج بعنوان", "New programme report:"),
    "strategic-report": ("صدور التقرير الاستراتيجي", "Strategic report:"),
    "policy-brief": ("صدور موجز سياسات بعنوان", "New policy brief:"),
    "book": ("صدور كتاب جديد بعنوان", "New book:"),
    "indicators": ("صدور مؤشرات جديدة بعنوان", "New indicators:"),
    "infographic": ("نشر إنفوجرافيك بعنوان", "New infographic:"),
    "world-views": ("قراءة في رؤى عالمية بعنوان", "World view:"),
    "discussion": ("نشر خلاصة نقاش بعنوان", "Discussion summary:"),
    "article": ("نشر مقال بعنوان", "New article:"),
    "issue": ("صدور عدد جديد بعنوان", "New issue:"),
    "dossier": ("نشر ملف بعنوان", "New dossier:"),
    "opinion": ("نشر رأي بعنوان", "New opinion:"),
}
FORMS = {"book": "book", "issue": "issue", "dossier": "dossier"}


def add_types(apps, schema_editor):
    publication_type = apps.get_model("publications", "PublicationType")
    for order, row in enumerate(TYPES):
        code, name_ar, plural_ar, name_en, plural_en, ink, schema, ris, crossref = row
        publication_type.objects.create(
            code=code,
            name_ar=name_ar,
            plural_ar=plural_ar,
            name_en=name_en,
            plural_en=plural_en,
            ink=ink,
            form=FORMS.get(code, "article"),
            announcement_ar=ANNOUNCEMENTS[code][0],
            announcement_en=ANNOUNCEMENTS[code][1],
            order=order,
            schema_org=schema,
            ris=ris,
            crossref=crossref,
        )


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]

    operations = [migrations.RunPython(add_types, migrations.RunPython.noop)]
