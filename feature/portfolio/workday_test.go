package portfolio

import (
	"testing"

	"erba/kernel"
)

func TestFiveWorkingDays(t *testing.T) {
	tests := map[string]struct{ listed, due kernel.Date }{
		"from a Monday to the next":         {kernel.On(2026, 11, 16), kernel.On(2026, 11, 23)},
		"a Friday":                          {kernel.On(2026, 11, 20), kernel.On(2026, 11, 27)},
		"a Saturday counts from the Monday": {kernel.On(2026, 11, 21), kernel.On(2026, 11, 27)},
		"a Sunday as well":                  {kernel.On(2026, 11, 22), kernel.On(2026, 11, 27)},
		"long ago":                          {kernel.On(1969, 12, 31), kernel.On(1970, 1, 7)},
	}
	for say, tt := range tests {
		if got := (Status{Listed: tt.listed}).ManagerDue(); got != tt.due {
			t.Errorf("%s: %s, want %s", say, got, tt.due)
		}
	}
}

// Whoever was entered on that day or before is overdue, and nobody else.
func TestTheLastDayThatIsOverdue(t *testing.T) {
	for on := kernel.On(2026, 11, 1); on.Compare(kernel.On(2026, 12, 1)) < 0; on = on.Add(1) {
		last := overdueSince(on)
		if (Status{Listed: last}).ManagerDue().Compare(on) >= 0 || (Status{Listed: last.Add(1)}).ManagerDue().Compare(on) < 0 {
			t.Errorf("on %s: %s", on, last)
		}
	}
}

func TestAReviewIsDueAtTheEndOfItsQuarter(t *testing.T) {
	tests := map[string]struct {
		on      kernel.Date
		quarter string
		due     kernel.Date
	}{
		"in the middle":                         {kernel.On(2026, 11, 22), "2026Q4", kernel.On(2026, 12, 31)},
		"the last day is a Sunday":              {kernel.On(2027, 1, 5), "2027Q1", kernel.On(2027, 3, 31)},
		"a quarter that ends on a Saturday":     {kernel.On(2028, 7, 1), "2028Q3", kernel.On(2028, 9, 29)},
		"opened when nobody works any more":     {kernel.On(2028, 9, 30), "2028Q3", kernel.On(2028, 9, 30)},
		"the first day of a year is its own Q1": {kernel.On(2027, 1, 1), "2027Q1", kernel.On(2027, 3, 31)},
	}
	for say, tt := range tests {
		if r := newReview(kernel.NewID(), tt.on); r.Quarter != tt.quarter || r.Due != tt.due {
			t.Errorf("%s: %s due %s, want %s due %s", say, r.Quarter, r.Due, tt.quarter, tt.due)
		}
	}
}

func TestWhichReviewsAreOpened(t *testing.T) {
	a, on := kernel.NewID(), kernel.On(2026, 11, 22)
	one := func(state, quarter string) Review { return Review{Account: a, State: state, Quarter: quarter} }
	tests := map[string]struct {
		lapses        bool
		known         []Review
		opened, ended int
	}{
		"it lapses for the first time":         {true, nil, 1, 0},
		"it is being reviewed":                 {true, []Review{one(reviewOpen, "2026Q4")}, 0, 0},
		"a review of last quarter is open":     {true, []Review{one(reviewOpen, "2026Q3")}, 0, 0},
		"it was kept for this quarter":         {true, []Review{one(reviewKept, "2026Q4")}, 0, 0},
		"a rule fires again":                   {false, []Review{one(reviewOpen, "2026Q4")}, 0, 1},
		"a rule fires again after the quarter": {false, []Review{one(reviewOpen, "2026Q3")}, 0, 1},
		"nothing is the matter":                {false, []Review{one(reviewKept, "2026Q4")}, 0, 0},
	}
	for say, tt := range tests {
		var lapsed []kernel.ID
		if tt.lapses {
			lapsed = append(lapsed, a)
		}
		opened, ended := sift(lapsed, tt.known, on)
		if len(opened) != tt.opened || len(ended) != tt.ended {
			t.Errorf("%s: opens %d, ends %d", say, len(opened), len(ended))
		}
	}
}
