package claim

import "erba/kernel"

// What the question is answered with.
const (
	Free    = "free"
	Similar = "similar" // something like it is there: a claim goes to a manager
	Taken   = "taken"
	Unowned = "unowned" // it is there and belongs to nobody
	Mine    = "mine"    // the viewer sees the account himself
	Claimed = "claimed" // by the viewer himself
)

// Answer is all that somebody learns about a company.
type Answer struct {
	Answer  string    `json:"answer" enum:"free,similar,taken,unowned,mine,claimed"`
	Account kernel.ID `json:"account,omitzero" doc:"Where he sees it anyway"`
	Left    int64     `json:"left" doc:"How often he may still ask within the hour"`
}

// Listed is a claim with what the viewer may do about it.
type Listed struct {
	Claim
	Soon bool `json:"soon" doc:"It is about to expire"`
	May  May  `json:"may"`
}

// May is what the viewer can do about a claim.
type May struct {
	Decide bool `json:"decide,omitempty"`
	Renew  bool `json:"renew,omitempty"`
	Return bool `json:"return,omitempty"`
	Open   bool `json:"open,omitempty"`
}

// Claims is a page of them, the latest first.
type Claims struct {
	Rows []Listed  `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// Case is a claim before who decides about it: with what it clashes with.
type Case struct {
	Listed
	Rivals []Rival `json:"rivals" doc:"Empty for who does not decide"`
}

// Rival is what stands against a claim.
type Rival struct {
	Kind    string      `json:"kind" enum:"account,claim,similar"`
	Name    string      `json:"name"`
	City    string      `json:"city"`
	User    kernel.ID   `json:"user,omitzero" doc:"Whose it is; empty: nobody's"`
	Project string      `json:"project,omitempty"`
	Until   kernel.Date `json:"until,omitzero" doc:"How long the other claim counts"`
}

// The kinds of rivals.
const (
	isAccount = "account"
	isClaim   = "claim"
	isSimilar = "similar"
)

// Standing is how somebody stands with his claims.
type Standing struct {
	Rules  Rules    `json:"rules"`
	Live   int64    `json:"live"   doc:"Claims of his that stand"`
	Decide int64    `json:"decide" doc:"Claims that he has to decide about"`
	News   []Notice `json:"news"`
}

// Notice tells somebody something without being asked.
type Notice struct {
	ID      kernel.ID   `json:"id"      db:"id"`
	User    kernel.ID   `json:"-"       db:"user_id"`
	What    string      `json:"what"    db:"what" enum:"won,lost,handed,kept,soon,expired,waiting"`
	Company string      `json:"company" db:"company" doc:"As the reader himself calls it"`
	Words   string      `json:"words"   db:"words" doc:"What the manager says"`
	On      kernel.Date `json:"on"      db:"on_day"`
	Seen    bool        `json:"-"       db:"seen"`
}

// What notices say.
const (
	won     = "won"     // the claim counts
	lost    = "lost"    // it does not
	handed  = "handed"  // an account of his goes to somebody else
	kept    = "kept"    // somebody wanted it, and it stays his
	ending  = "soon"    // a claim is about to expire
	ended   = "expired" // it has
	waiting = "waiting" // he has to decide
)
