package clean

import (
	"strconv"
	"strings"
	"time"

	"erba/kernel"
)

// Order says how a column of dates such as 1/2/2025 is meant.
type Order string

// The orders of day and month; None for cells that leave no doubt.
const (
	None     Order = ""
	DayFirst Order = "dmy"
	MonthOne Order = "mdy"
)

// Date reads a day in any notation: 2025-07-01 08:30, 2025/7/1, 2025年7月1日,
// 20250701, 1-Jul-25, a spreadsheet's serial number. Where day and month could
// be either, the order decides; without one, slashes mean that the month is first.
func Date(s string, order Order) (kernel.Date, error) {
	text := Text(s)
	d, ok := parts(text)
	if !ok {
		return serial(s, text)
	}
	y, m, day, ok := d.arrange(order)
	if !ok {
		return kernel.Date{}, bad(s)
	}
	return calendar(s, y, m, day)
}

func bad(s string) error { return kernel.Invalid("kernel.bad_date", "date", s) }

// calendar refuses the 30th of February.
func calendar(s string, y, m, d int) (kernel.Date, error) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 2200 || t.Day() != d || int(t.Month()) != m {
		return kernel.Date{}, bad(s)
	}
	return kernel.DateOf(t), nil
}

// Serial numbers count days from 1899-12-30; those of business lie between 1954 and 2119.
const firstSerial, lastSerial = 20_000, 80_000

func serial(s, text string) (kernel.Date, error) {
	if len(text) == 8 {
		if n, err := strconv.Atoi(text); err == nil {
			return calendar(s, n/10_000, n/100%100, n%100)
		}
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || !(f >= firstSerial && f < lastSerial) {
		return kernel.Date{}, bad(s)
	}
	return kernel.DateOf(time.Date(1899, 12, 30+int(f), 0, 0, 0, 0, time.UTC)), nil
}

// pieces are the three parts of a date as written.
type pieces struct {
	n     [3]int
	wide  [3]int // digits; 0 for the name of a month
	slash bool
}

// parts cuts a date into its three parts and leaves the time of day aside.
func parts(s string) (p pieces, ok bool) {
	i := 0
	for k := range 3 {
		begin := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if p.wide[k] = i - begin; p.wide[k] > 4 {
			return p, false
		}
		if p.wide[k] == 0 {
			if p.n[k], i = monthName(s, i); p.n[k] == 0 {
				return p, false
			}
		} else {
			p.n[k], _ = strconv.Atoi(s[begin:i])
		}
		if k < 2 {
			p.slash = p.slash || i < len(s) && s[i] == '/'
			if i, ok = separator(s, i); !ok {
				return p, false
			}
		}
	}
	rest := strings.TrimPrefix(s[i:], "日")
	return p, rest == "" || rest[0] == ' ' || rest[0] == 'T' && p.wide[0] == 4
}

// separator steps over what stands between the parts.
func separator(s string, i int) (int, bool) {
	begin := i
	for i < len(s) {
		switch {
		case strings.IndexByte("-/. ,", s[i]) >= 0:
			i++
		case strings.HasPrefix(s[i:], "年"), strings.HasPrefix(s[i:], "月"):
			i += len("年")
		default:
			return i, i > begin
		}
	}
	return i, false
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// monthName reads the English name of a month, long or short.
func monthName(s string, i int) (month, end int) {
	for end = i; end < len(s) && (s[end]|0x20) >= 'a' && (s[end]|0x20) <= 'z'; end++ {
	}
	if end-i < 3 {
		return 0, end
	}
	word := strings.ToLower(s[i:end])
	for m, name := range months {
		if word[:3] == name && strings.HasPrefix(strings.ToLower(time.Month(m+1).String()), word) || word == "sept" && m == 8 {
			return m + 1, end
		}
	}
	return 0, end
}

// arrange finds out which part is which.
func (p pieces) arrange(order Order) (y, m, d int, ok bool) {
	n, w := p.n, p.wide
	switch {
	case w[0] >= 3:
		return n[0], n[1], n[2], w[0] == 4
	case w[0] == 0: // Jul 1, 2025
		return year(n[2], w[2]), n[0], n[1], w[1] > 0 && w[2] > 0
	case w[1] == 0: // 1 Jul 2025
		return year(n[2], w[2]), n[1], n[0], w[2] > 0
	case w[2] == 0 || w[1] > 2:
		return 0, 0, 0, false
	case order == DayFirst || n[0] > 12 || order == None && !p.slash && n[1] <= 12:
		return year(n[2], w[2]), n[1], n[0], true
	}
	return year(n[2], w[2]), n[0], n[1], true
}

// year completes two digits: 70 to 99 were in the last century.
func year(n, wide int) int {
	switch {
	case wide > 2:
		return n
	case n >= 70:
		return 1900 + n
	}
	return 2000 + n
}

// OrderOf looks for cells of a column that leave no doubt: a 31 is no month.
func OrderOf(column []string) Order {
	for _, s := range column {
		p, ok := parts(Text(s))
		if !ok || p.wide[0] == 0 || p.wide[0] > 2 || p.wide[1] == 0 {
			continue
		}
		switch {
		case p.n[0] > 12:
			return DayFirst
		case p.n[1] > 12:
			return MonthOne
		}
	}
	return None
}
