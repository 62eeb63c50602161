package portfolio

import "erba/kernel"

// within is how many working days a key account may be without a manager (M01).
const within = 5

// ManagerDue is the last day on which a key account may be without a manager.
func (s Status) ManagerDue() kernel.Date { return workdays(s.Listed, within) }

// overdueSince is the last day of entry for which a manager is overdue on a day.
func overdueSince(on kernel.Date) kernel.Date {
	listed := on
	for workdays(listed, within).Compare(on) >= 0 {
		listed = listed.Add(-1)
	}
	return listed
}

// What a key account can lack.
const (
	lacksManager = "manager"
	lacksLate    = "overdue" // for longer than it may
)

// Upkeep is what the register still asks for, of the accounts in sight.
type Upkeep struct {
	Unmanaged   int `json:"unmanaged"    db:"unmanaged"    doc:"Key accounts without a manager"`
	Overdue     int `json:"overdue"      db:"overdue"      doc:"For longer than five working days"`
	Reviews     int `json:"reviews"      db:"reviews"      doc:"Open reviews"`
	LateReviews int `json:"late_reviews" db:"late_reviews" doc:"After their due date"`
}
