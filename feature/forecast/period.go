package forecast

import (
	"fmt"
	"regexp"
	"strconv"

	"erba/kernel"
)

// Period is what a forecast is for: a month (2026-06), a quarter (2026-Q2) or a
// year (2026).
type Period struct {
	Key   string      `json:"key" doc:"2026, 2026-Q2 or 2026-06"`
	From  kernel.Date `json:"from"`
	Until kernel.Date `json:"until" doc:"Its last day"`
	month int         // its length in months
}

var said = regexp.MustCompile(`^(20\d\d|21\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$`)

// PeriodOf reads the name of a period; no name: the quarter of today.
func PeriodOf(key string, today kernel.Date) (Period, error) {
	if key == "" {
		return quarterOf(today), nil
	}
	m := said.FindStringSubmatch(key)
	if m == nil {
		return Period{}, kernel.Invalid("forecast.bad_period").In("period")
	}
	year, _ := strconv.Atoi(m[1])
	switch {
	case m[2] != "":
		quarter, _ := strconv.Atoi(m[2])
		return period(kernel.On(year, quarter*3-2, 1), 3), nil
	case m[3] != "":
		month, _ := strconv.Atoi(m[3])
		return period(kernel.On(year, month, 1), 1), nil
	}
	return period(kernel.On(year, 1, 1), 12), nil
}

// quarterOf is the quarter in which a day lies.
func quarterOf(day kernel.Date) Period {
	year, month, _ := day.Parts()
	return period(kernel.On(year, (month-1)/3*3+1, 1), 3)
}

// period is the one that begins on a day and lasts some months.
func period(from kernel.Date, months int) Period {
	year, month, _ := from.Parts()
	key := strconv.Itoa(year)
	switch months {
	case 1:
		key = fmt.Sprintf("%d-%02d", year, month)
	case 3:
		key = fmt.Sprintf("%d-Q%d", year, (month+2)/3)
	}
	return Period{Key: key, From: from, Until: from.AddMonths(months).Add(-1), month: months}
}

// Before is the period of the same length before.
func (p Period) Before() Period { return period(p.From.AddMonths(-p.month), p.month) }

// Holds reports whether a day lies in the period; no day lies in none.
func (p Period) Holds(day kernel.Date) bool {
	return !day.IsZero() && day.Compare(p.From) >= 0 && day.Compare(p.Until) <= 0
}
