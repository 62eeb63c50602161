package approval

import "erba/kernel"

// The boxes of the inbox.
const (
	ToDecide = "decide"
	Mine     = "mine"
	Decided  = "decided"
)

const most = 200 // proposals of a page

// Page says which part of a list is wanted.
type Page struct {
	Kind  string    `query:"kind"  doc:"Only proposals of this kind"`
	After kernel.ID `query:"after" doc:"The last proposal of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// Row is a proposal as somebody sees it in his inbox.
type Row struct {
	Proposal
	Of    int       `json:"of"             doc:"How many have to approve"`
	InFor kernel.ID `json:"in_for,omitzero" doc:"The user would decide in the place of this one"`
	May   May       `json:"may"`
}

// May is what a user can do about a proposal.
type May struct {
	Decide   bool `json:"decide,omitempty"`
	Withdraw bool `json:"withdraw,omitempty"`
	Undo     bool `json:"undo,omitempty"`
}

// Box is a page of an inbox.
type Box struct {
	Rows []Row     `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// Detail is a proposal with everything that happened to it.
type Detail struct {
	Row
	Decisions []Decision `json:"decisions"`
	Earlier   []Row      `json:"earlier" doc:"Other proposals about the same subject, the latest first"`
}

// Notice tells a user something about a proposal without being asked.
type Notice struct {
	ID       kernel.ID
	Proposal kernel.ID
	User     kernel.ID
	What     string
	At       int64
	Seen     bool
}

// News is a notice that its user has not seen.
type News struct {
	Proposal kernel.ID `json:"proposal" db:"approval_id"`
	What     string    `json:"what"     db:"what" enum:"waiting,ended,remind"`
	At       int64     `json:"at"       db:"at"`
	Kind     string    `json:"kind"     db:"kind"`
	Args     Args      `json:"args"     db:"args"`
	State    string    `json:"state"    db:"state" enum:"proposed,approved,refused,withdrawn,lapsed,undone"`
	Effect   int64     `json:"effect,omitempty" db:"effect_at"`
	Due      int64     `json:"due"      db:"due_at"`
}

// Waiting is what waits for a user.
type Waiting struct {
	Decide int    `json:"decide" doc:"Proposals that he could decide; 99 means as many or more"`
	News   []News `json:"news"`
}

// Outcome is what became of one of several decisions.
type Outcome struct {
	ID    kernel.ID     `json:"id"`
	State string        `json:"state,omitempty"`
	Fault *kernel.Fault `json:"-"`
}
