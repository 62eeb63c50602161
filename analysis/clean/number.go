package clean

import (
	"strconv"
	"strings"

	"erba/kernel"
)

// units stand behind a figure and multiply it.
var units = []struct {
	word string
	by   int64
}{{"万", 1e4}, {"亿", 1e8}, {"千", 1e3}, {"萬", 1e4}, {"億", 1e8}}

var currencies = []string{"人民币", "RMB", "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "US$", "HK$", "¥", "$", "€", "£", "元", "圆"}

// Number reads a figure as people write them: 1.2万, $1,706.18, (12.00), 12-,
// 13%, 1.706,18, ２５, 2.5E+03.
func Number(s string) (kernel.Decimal, error) {
	if n, err := kernel.ParseDecimal(s); err == nil { // as nearly every cell
		return n, nil
	}
	figure, negative := sign(strings.ToUpper(Text(s)))
	figure, by := unit(figure)
	n, err := digits(figure)
	if err == nil {
		n, err = n.Times(by)
	}
	if err != nil || n.Sign() < 0 { // two signs
		return kernel.Decimal{}, kernel.Invalid("kernel.bad_number", "number", s)
	}
	if negative {
		n = kernel.Micro(-n.Micro())
	}
	return n, nil
}

// sign takes off brackets, a minus at either end, and the currency.
func sign(s string) (figure string, negative bool) {
	if strings.Trim(s, "0123456789.,%") == "" {
		return s, false // nothing to take off, as in 1,706.18
	}
	s = strings.ReplaceAll(s, "−", "-")
	for before := ""; before != s; {
		before = s
		for _, c := range currencies {
			s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, c), c))
		}
		if len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' {
			s, negative = s[1:len(s)-1], true
		}
		if bare := strings.TrimSuffix(strings.TrimPrefix(s, "-"), "-"); !negative && len(bare) == len(s)-1 {
			s, negative = bare, true
		}
	}
	return s, negative
}

func unit(s string) (figure string, by kernel.Decimal) {
	if bare, ok := strings.CutSuffix(s, "%"); ok {
		return strings.TrimSpace(bare), kernel.Micro(10_000)
	}
	for _, u := range units {
		if bare, ok := strings.CutSuffix(s, u.word); ok {
			return strings.TrimSpace(bare), kernel.Whole(u.by)
		}
	}
	return s, kernel.Whole(1)
}

// marks are what some put between thousands.
var marks = strings.NewReplacer(" ", "", "'", "")

// digits reads what is left: thousands apart, a point or a comma, an exponent.
func digits(s string) (kernel.Decimal, error) {
	s = marks.Replace(s)
	if strings.ContainsRune(s, ',') {
		s = point(s)
	}
	if n, err := kernel.ParseDecimal(s); err == nil || !strings.ContainsRune(s, 'E') {
		return n, err
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return kernel.Decimal{}, err
	}
	return kernel.ParseDecimal(strconv.FormatFloat(f, 'f', 6, 64))
}

// point tells commas between thousands from one before the fraction: the last
// mark is the point if it is another than the first, or has no three digits behind it.
func point(s string) string {
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	lone := strings.Count(s, ",") == 1 && dot < 0 && len(s)-comma != 4
	if comma > dot && dot >= 0 || lone {
		return strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	}
	return strings.ReplaceAll(s, ",", "")
}
