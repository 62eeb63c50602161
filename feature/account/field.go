package account

import (
	"strconv"

	"erba/kernel"
)

// field is one value of an account that may come from somewhere else than the
// others: what a file brings, what a merge chooses, what the history shows.
type field struct {
	name string
	text func(Account) string
	take func(to *Account, from Account)
}

var fields = []field{
	{"code", func(a Account) string { return a.Code }, func(a *Account, b Account) { a.Code = b.Code }},
	{"name", func(a Account) string { return a.Name }, func(a *Account, b Account) { a.Name = b.Name }},
	{"short_name", func(a Account) string { return a.ShortName }, func(a *Account, b Account) { a.ShortName = b.ShortName }},
	{"uscc", func(a Account) string { return a.USCC }, func(a *Account, b Account) { a.USCC = b.USCC }},
	{"phone", func(a Account) string { return a.Phone }, func(a *Account, b Account) { a.Phone = b.Phone }},
	{"parent", func(a Account) string { return a.Parent.String() }, func(a *Account, b Account) { a.Parent = b.Parent }},
	{"region", func(a Account) string { return a.Region }, func(a *Account, b Account) { a.Region = b.Region }},
	{"city", func(a Account) string { return a.City }, func(a *Account, b Account) { a.City = b.City }},
	{"industry", func(a Account) string { return a.Industry }, func(a *Account, b Account) { a.Industry = b.Industry }},
	{"ownership", func(a Account) string { return a.Ownership }, func(a *Account, b Account) { a.Ownership = b.Ownership }},
	{"employees", func(a Account) string { return number(a.Employees) }, func(a *Account, b Account) { a.Employees = b.Employees }},
	{"revenue", func(a Account) string { return number(a.Revenue) }, func(a *Account, b Account) { a.Revenue = b.Revenue }},
	{"owner", func(a Account) string { return a.Owner.String() }, func(a *Account, b Account) { a.Owner = b.Owner }},
	{"source", func(a Account) string { return a.Source }, func(a *Account, b Account) { a.Source = b.Source }},
	{"source_detail", func(a Account) string { return a.SourceDetail }, func(a *Account, b Account) { a.SourceDetail = b.SourceDetail }},
	{"referrer", func(a Account) string { return a.Referrer.String() }, func(a *Account, b Account) { a.Referrer = b.Referrer }},
	{"status", func(a Account) string { return a.Status }, func(a *Account, b Account) { a.Status = b.Status }},
	{"opened_on", func(a Account) string { return a.OpenedOn.String() }, func(a *Account, b Account) { a.OpenedOn = b.OpenedOn }},
}

func number(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

// Change is one value that was replaced, and where the new one came from.
type Change struct {
	ID       kernel.ID `json:"id"                  db:"id"`
	Account  kernel.ID `json:"account"             db:"account_id"`
	Field    string    `json:"field"               db:"field"`
	Old      string    `json:"old"                 db:"old_value"`
	New      string    `json:"new"                 db:"new_value"`
	Origin   string    `json:"origin"              db:"origin" enum:"typed,file,merge,undo"`
	OriginID kernel.ID `json:"origin_id,omitzero"  db:"origin_id" doc:"The merge"`
	Actor    string    `json:"actor"               db:"actor"`
	At       int64     `json:"at"                  db:"at" doc:"Microseconds since 1970, UTC"`
}

// Where values come from.
const (
	typed    = "typed"
	fromFile = "file"
	byMerge  = "merge"
	byUndo   = "undo"
)

// changes lists the fields in which two states of an account differ.
func changes(before, after Account) (all []Change) {
	for _, f := range fields {
		if was, is := f.text(before), f.text(after); was != is {
			all = append(all, Change{Account: after.ID, Field: f.name, Old: was, New: is})
		}
	}
	return all
}

// filled is the account with every field that news holds: an empty field of a
// file says nothing, so it takes nothing away.
func (a Account) filled(news Account) Account {
	for _, f := range fields {
		if f.text(news) != "" {
			f.take(&a, news)
		}
	}
	return a
}
