// Package routine decides which tasks a plan template consists of from a day on,
// and how many of the important customers were contacted in a week (method M91).
package routine

import (
	"time"

	"erba/analysis/null"
	"erba/kernel"
)

// Template is a plan that somebody has thought out already.
type Template string

// The templates.
const (
	Year    Template = "YEAR-Q4"    // four quarters: information system, survey, service team, upkeep
	Quarter Template = "QUARTER-3M" // three months: data and service, contact, review
	Daily   Template = "DAILY"      // problems and complaints of every working day
	Weekly  Template = "WEEKLY"     // contact in every week
)

// Templates are all of them, the longest first.
var Templates = []Template{Year, Quarter, Weekly, Daily}

// Task is one thing to do within some days.
type Task struct {
	Key   string      `json:"key"   doc:"Text key behind routine.task_"`
	From  kernel.Date `json:"from"`
	Until kernel.Date `json:"until" doc:"The last day"`
}

// Config holds what a company may decide differently.
type Config struct {
	Weeks int `json:"weeks" unit:"count" minimum:"1" maximum:"53" doc:"For how many weeks contacts are planned at once: 13"`
	Days  int `json:"days"  unit:"count" minimum:"1" maximum:"66" doc:"For how many working days daily work is planned at once: 20"`
}

// Default is a quarter of weeks and a month of working days.
func Default() Config { return Config{Weeks: 13, Days: 20} }

// Check refuses what plans nothing, or more than a year.
func (c Config) Check() error {
	if c.Weeks < 1 || c.Weeks > 53 || c.Days < 1 || c.Days > 66 {
		return kernel.Invalid("routine.bad_config")
	}
	return nil
}

// Tasks are those of a template from a day on; of one that nobody knows there are none.
func (c *Config) Tasks(t Template, from kernel.Date) (all []Task) {
	switch t {
	case Year:
		return spans(from, 3, "q1", "q2", "q3", "q4")
	case Quarter:
		return spans(from, 1, "m1", "m2", "m3")
	case Weekly:
		return c.weeks(from)
	case Daily:
		return c.days(from)
	}
	return nil
}

// spans are stretches of so many months, one after another.
func spans(from kernel.Date, months int, keys ...string) (all []Task) {
	for i, key := range keys {
		all = append(all, Task{key, from.AddMonths(i * months), from.AddMonths((i + 1) * months).Add(-1)})
	}
	return all
}

// weeks end on Sundays, as ISO weeks do; the first begins with the first day.
func (c *Config) weeks(from kernel.Date) (all []Task) {
	for range c.Weeks {
		end := from.Add((7 - weekday(from)) % 7)
		all, from = append(all, Task{"weekly", from, end}), end.Add(1)
	}
	return all
}

// days are those from Monday to Friday.
func (c *Config) days(from kernel.Date) (all []Task) {
	for ; len(all) < c.Days; from = from.Add(1) {
		if weekday(from) <= 5 {
			all = append(all, Task{"daily", from, from})
		}
	}
	return all
}

// Monday is the first day of the ISO week of a day.
func Monday(d kernel.Date) kernel.Date { return d.Add(1 - weekday(d)) }

// weekday is 1 on a Monday and 7 on a Sunday.
func weekday(d kernel.Date) int {
	y, m, day := d.Parts()
	return (int(time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC).Weekday())+6)%7 + 1
}

// Compliance is which part of the important customers were contacted in a week,
// None where there are none of them.
func Compliance(contacted, important int) null.Number {
	return null.Ratio(null.Of(contacted), null.Of(important))
}
