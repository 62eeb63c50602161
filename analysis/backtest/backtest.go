// Package backtest decides how good a judgement would have been (M90): on a day
// in the past some customers are flagged by what was known then, and the twelve
// months after that day say who left, who shrank and who grew.
//
//	left    no order in the twelve months after
//	shrank  sales below half of those of the twelve months before
//	grew    sales at least a fifth above them
//
// Customers are those with an order in the twelve months before the day. Who
// left has shrunk as well; whose sales before were not above zero can only have
// left. A false alarm is flagged, and none of the three.
package backtest

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Outcome is what became of a customer, one bit each.
type Outcome uint8

// The outcomes.
const (
	Left Outcome = 1 << iota
	Shrank
	Grew
)

// Config holds what a company may decide differently.
type Config struct {
	Shrank float64 `json:"shrank" unit:"share" minimum:"0" maximum:"1" doc:"Below this share of the sales before, a customer has shrunk: 0.50"`
	Grew   float64 `json:"grew"   unit:"share" minimum:"1" doc:"From this share on, he has grown: 1.20"`
	Months int     `json:"months" unit:"months" minimum:"1" maximum:"60" doc:"Before the day, and again after it: 12"`
}

// Default is a half, a fifth more, and twelve months.
func Default() Config { return Config{Shrank: 0.50, Grew: 1.20, Months: 12} }

// Check refuses a growth that shrinks.
func (c Config) Check() error {
	if !(c.Shrank >= 0 && c.Shrank <= 1 && c.Grew >= 1 && c.Grew <= 100) || c.Months < 1 || c.Months > 60 {
		return kernel.Invalid("backtest.bad_config")
	}
	return nil
}

// Refused is why a ledger that reaches from one day to another cannot test a
// judgement of a day; a text key, empty if it can.
func (c Config) Refused(first, last, at kernel.Date) string {
	switch {
	case first.IsZero() || last.Compare(first.AddMonths(2*c.Months).Add(-1)) < 0:
		return "backtest.short_ledger"
	case at.AddMonths(-c.Months).Add(1).Compare(first) < 0:
		return "backtest.too_early"
	case at.AddMonths(c.Months).Compare(last) > 0:
		return "backtest.too_late"
	}
	return ""
}

// Columns are the customers, row by row.
type Columns struct {
	Flagged       []bool  // by the judgement to be tested, on the day
	Active        []bool  // an order in the months before the day
	Before, After []int64 // sales of the months before the day, and after it
	Ordered       []bool  // an order in the months after the day
}

// Of is what became of one customer.
func (c *Config) Of(before, after int64, ordered bool) (o Outcome) {
	if !ordered {
		o |= Left
	}
	if before <= 0 {
		return o
	}
	if rest := null.Ratio(null.Of(after), null.Of(before)); !ordered || float64(rest) < c.Shrank {
		o |= Shrank
	} else if float64(rest) >= c.Grew {
		o |= Grew
	}
	return o
}

// Quality is how well the flag points at one outcome.
type Quality struct {
	Count     int         `json:"count"     doc:"Customers with this outcome"`
	Hit       int         `json:"hit"       doc:"… of them flagged"`
	Precision null.Number `json:"precision" doc:"Share of the flagged that have it; null: nobody is flagged"`
	Recall    null.Number `json:"recall"    doc:"Share of them that are flagged; null: nobody has it"`
	Lift      null.Number `json:"lift"      doc:"Precision by the share among all; null: nobody has it"`
}

// Result is a judgement tested.
type Result struct {
	Population  int     `json:"population"   doc:"Customers on the day"`
	Skipped     int     `json:"skipped"      doc:"Accounts that were none"`
	Flagged     int     `json:"flagged"`
	FalseAlarms int     `json:"false_alarms" doc:"Flagged, and neither left nor shrunk nor grown"`
	Left        Quality `json:"left"`
	Shrank      Quality `json:"shrank"`
	Grew        Quality `json:"grew"`
	Target      Quality `json:"target"       doc:"Any of the outcomes that the judgement is to foresee"`
}

// Run tests a flag that is to foresee some outcomes.
func (c *Config) Run(columns Columns, foresee Outcome) (r Result) {
	for row, active := range columns.Active {
		if !active {
			r.Skipped++
			continue
		}
		r.count(columns.Flagged[row], c.Of(columns.Before[row], columns.After[row], columns.Ordered[row]), foresee)
	}
	for _, q := range []*Quality{&r.Left, &r.Shrank, &r.Grew, &r.Target} {
		q.measure(r.Flagged, r.Population)
	}
	return r
}

func (r *Result) count(flagged bool, o, foresee Outcome) {
	r.Population++
	if flagged {
		r.Flagged++
		if o == 0 {
			r.FalseAlarms++
		}
	}
	r.Left.count(flagged, o&Left != 0)
	r.Shrank.count(flagged, o&Shrank != 0)
	r.Grew.count(flagged, o&Grew != 0)
	r.Target.count(flagged, o&foresee != 0)
}

func (q *Quality) count(flagged, has bool) {
	if has {
		q.Count++
		if flagged {
			q.Hit++
		}
	}
}

// measure takes the base rate, how many of all have the outcome, as the yardstick.
func (q *Quality) measure(flagged, population int) {
	q.Precision = null.Ratio(null.Of(q.Hit), null.Of(flagged))
	q.Recall = null.Ratio(null.Of(q.Hit), null.Of(q.Count))
	q.Lift = null.Ratio(q.Precision, null.Ratio(null.Of(q.Count), null.Of(population)))
}
