package plan

import (
	"fmt"

	"erba/analysis/routine"
	"erba/kernel"
)

// Asked is a template, for whom and from which day on.
type Asked struct {
	Template routine.Template
	From     kernel.Date
	Accounts []kernel.ID // none: all important ones in sight
}

// mostActions is how many actions are made at once.
const mostActions = 5000

// Check reports the first rule that it breaks; today is the day on which it is asked.
func (a Asked) Check(today kernel.Date) error {
	if a.From.IsZero() || a.From.Compare(today.AddMonths(-12)) < 0 || a.From.Compare(today.AddMonths(24)) > 0 {
		return kernel.Invalid("plan.bad_start").In("from")
	}
	return nil
}

// origin says of which template and day a task is.
func origin(t routine.Template, task routine.Task) string {
	return fmt.Sprintf("%s:%s:%s", t, task.Key, task.From)
}

// worded is the text key of a task.
func worded(task routine.Task) string { return "routine.task_" + task.Key }

// Run is a template that actions were made from.
type Run struct {
	ID       kernel.ID        `json:"id"          db:"id"`
	Template routine.Template `json:"template"    db:"template" enum:"YEAR-Q4,QUARTER-3M,WEEKLY,DAILY"`
	From     kernel.Date      `json:"from"        db:"from_on"`
	Made     int64            `json:"made"        db:"made" doc:"How many actions"`
	By       kernel.ID        `json:"by,omitzero" db:"by_id"`
	On       kernel.Date      `json:"on"          db:"made_on"`
	Undone   kernel.Date      `json:"undone"      db:"undone_on" doc:"Empty: it was not"`
}

// Foreseen is what would be made.
type Foreseen struct {
	Tasks    []routine.Task `json:"tasks"`
	Accounts int            `json:"accounts" doc:"For so many"`
	Actions  int            `json:"actions"  doc:"So many would be made"`
	There    int            `json:"there"    doc:"So many were made before, and are not made again"`
	Skipped  []Skipped      `json:"skipped"  doc:"For whom nothing can be made"`
}

// Skipped is an account for which nobody can be asked to do anything.
type Skipped struct {
	Account kernel.ID `json:"account"`
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	Why     string    `json:"why" enum:"plan.skip_no_owner,plan.skip_left"`
}
