// Package method decides by which configuration every method works. A draft
// changes nothing; submitted, it is a proposal; and what a second person has
// approved comes into force on the day that it names, as a version which no
// later one overwrites.
package method

import (
	"encoding/json"
	"strings"

	"erba/kernel"
)

// initial is the version of a method's default, which nobody has decided.
const initial = 1

// Version is a version of a method's configuration: who wanted it, who agreed,
// and from when on it holds.
type Version struct {
	ID         kernel.ID       `json:"-"         db:"id"`
	Model      string          `json:"-"         db:"model"`
	Number     int64           `json:"version"   db:"version" doc:"1: the default"`
	Raw        string          `json:"-"         db:"config"`
	Config     json.RawMessage `json:"config"`
	Reason     string          `json:"reason"    db:"reason"`
	AuthorID   kernel.ID       `json:"-"         db:"author_id"`
	Author     string          `json:"author"    db:"author"   doc:"Who wrote the draft; empty: the default"`
	ApproverID kernel.ID       `json:"-"         db:"approver_id"`
	Approver   string          `json:"approver"  db:"approver"`
	Decided    kernel.Date     `json:"decided"   db:"decided_on"`
	Effective  kernel.Date     `json:"effective" db:"effective_on" doc:"From when on it holds"`
	State      string          `json:"state"     enum:"past,in_force,coming"`
}

// The states of a version.
const (
	Past    = "past"
	InForce = "in_force"
	Coming  = "coming"
)

// Draft is a configuration that somebody is working on. A method has one at a
// time, which all who may draft share; the version of it says whose text would
// be lost.
type Draft struct {
	ID       kernel.ID       `json:"id"      db:"id" doc:"The subject of its proposal"`
	Model    string          `json:"model"   db:"model"`
	Base     int64           `json:"base"    db:"base" doc:"The version that it was made from; it would be the next one"`
	Raw      string          `json:"-"       db:"config"`
	Config   json.RawMessage `json:"config"`
	AuthorID kernel.ID       `json:"-"       db:"author_id"`
	Author   string          `json:"author"  db:"author" doc:"Who saved it last"`
	Saved    int64           `json:"saved"   db:"saved_at" doc:"Microseconds since 1970, UTC"`
	Version  int64           `json:"version" db:"version" doc:"Counts how often it was saved: the ETag"`
	Changes  int             `json:"changes" doc:"At how many places it differs from its base"`
	Proposal kernel.ID       `json:"proposal,omitzero" doc:"The open proposal; while there is one, nobody changes the draft"`
}

// Revision is the version that a change must name to replace it.
func (d Draft) Revision() int64 { return d.Version }

// Submission is what whoever submits a draft says about it.
type Submission struct {
	Reason    string      `json:"reason"              maxLength:"1000"`
	Effective kernel.Date `json:"effective,omitzero" doc:"From when on it is to hold; empty: from the approval on"`
}

// Check reports what is wrong with it on a day.
func (s Submission) Check(today kernel.Date) error {
	switch {
	case strings.TrimSpace(s.Reason) == "":
		return kernel.Invalid("approval.no_reason")
	case !s.Effective.IsZero() && s.Effective.Compare(today) < 0:
		return kernel.Invalid("method.in_the_past", "day", s.Effective)
	}
	return nil
}

// change is what a proposal asks for.
type change struct {
	Model     string          `json:"model"`
	Base      int64           `json:"base"`
	Config    json.RawMessage `json:"config"`
	Author    kernel.ID       `json:"author_id"`
	By        string          `json:"by"`
	Reason    string          `json:"reason"`
	Effective kernel.Date     `json:"effective"`
}

// version is the version that an approval makes of it. It never begins before
// it was decided.
func (c change) version(id kernel.ID, today kernel.Date) Version {
	v := Version{ID: id, Model: c.Model, Number: c.Base + 1, Raw: string(c.Config), Reason: c.Reason,
		AuthorID: c.Author, Author: c.By, Decided: today, Effective: c.Effective}
	if v.Effective.Compare(today) < 0 {
		v.Effective = today
	}
	return v
}

// latest is the last version decided, in force or not.
func latest(all []Version) int64 {
	if len(all) == 0 {
		return initial
	}
	return all[len(all)-1].Number
}

// holding is which of a method's versions holds on a day: the last one decided
// that has begun, for a later decision takes the place of an earlier one even if
// that one was to begin later. −1: the default.
func holding(all []Version, on kernel.Date) int {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Effective.Compare(on) <= 0 {
			return i
		}
	}
	return -1
}

// dated gives every version its state on a day.
func dated(all []Version, on kernel.Date) {
	now := holding(all, on)
	for i := range all {
		switch {
		case i == now:
			all[i].State = InForce
		case i > now:
			all[i].State = Coming
		default:
			all[i].State = Past
		}
	}
}
