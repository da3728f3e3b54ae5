"""Arabic as the Gulf's and Egypt's press writes it, with Latin digits.

`E` is Django's second list of month names: its first spells April «إبريل».
"""

DATE_FORMAT = "j E، Y"
DATETIME_FORMAT = "j E، Y، H:i"
TIME_FORMAT = "H:i"
YEAR_MONTH_FORMAT = "E Y"
MONTH_DAY_FORMAT = "j E"
SHORT_DATE_FORMAT = "Y-m-d"
SHORT_DATETIME_FORMAT = "Y-m-d H:i"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
