package cohort

import (
	"fmt"
	"testing"
)

func TestAMonthIsExplainedByTheOneBefore(t *testing.T) {
	months := func(all ...[2]int) (t Table) { // active, retained
		for i, m := range all {
			a := Activity{Month: Month(i), Active: m[0], Retained: m[1]}
			if i > 0 {
				a.Lost = all[i-1][0] - m[1]
			}
			t.Months = append(t.Months, a)
		}
		return t
	}
	tests := map[string]struct {
		table Table
		want  string // result, then the numbers of retained with another one
	}{
		"more of them stayed":                  {months([2]int{10, 0}, [2]int{10, 5}, [2]int{10, 8}), "cohort.better 5→cohort.same"},
		"fewer stayed":                         {months([2]int{10, 0}, [2]int{10, 5}, [2]int{10, 3}), "cohort.worse 5→cohort.same"},
		"as many, of twice as many":            {months([2]int{10, 0}, [2]int{20, 5}, [2]int{30, 10}), "cohort.same 9→cohort.worse 11→cohort.better"},
		"no share between them is hit exactly": {months([2]int{3, 0}, [2]int{10, 1}, [2]int{10, 4}), "cohort.better 3→cohort.worse"},
		"all stayed, as before":                {months([2]int{4, 0}, [2]int{4, 4}, [2]int{4, 4}), "cohort.same 3→cohort.worse"},
		"the second month has none to compare": {months([2]int{4, 0}, [2]int{4, 3}), "cohort.first"},
		"nobody was there before":              {months([2]int{0, 0}, [2]int{4, 0}), "cohort.unknown"},
		"the first month":                      {months([2]int{4, 0}), "cohort.unknown"},
	}
	for say, tt := range tests {
		e := tt.table.Explain(len(tt.table.Months) - 1)
		got := e.Result
		for _, c := range e.Changes {
			got += fmt.Sprintf(" %.0f→%s", c.To, c.Result)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", say, got, tt.want)
		}
	}
}
