// Package today decides what somebody has to do now and why: what the features
// offer him, the dearest neglect first. A neglect costs what is at stake times
// how likely it is lost; each rule says where both come from, and both are
// shown. What nobody does, his superiors see some days later.
package today

import (
	"context"

	"erba/analysis/null"
	"erba/analysis/urgency"
	"erba/kernel"
)

// Rule is a kind of thing to do that a feature offers. Its Name is the prefix of
// its texts in that feature's files: such as plan.today_action (what it is about,
// shown as the rule's name), plan.today_action_why (which rule fired),
// plan.today_action_amount and plan.today_action_chance (where amount and
// probability come from, a few words each).
type Rule struct {
	Name  string
	Area  string // text key of the part of the work, such as plan.plans
	Grant string // whoever holds it is asked for; his rows under it are those that count
	Usual Setting
	Staff string // a grant such as finance alone has: who holds it, sees every account and answers for none is told as well
	Find  func(ctx context.Context, a Ask) ([]Item, error)

	// Revision makes a rule common: Find is asked once for everybody, by the system
	// and without a limit, again only when the number changes, and each viewer gets
	// what he sees of it. For rules that look at very many accounts.
	Revision func(ctx context.Context) (int64, error)
}

// Ask is for whom, for which day and how many at most. ctx carries the viewer
// under the rule's grant; of a common rule User is zero and Limit 0 (no limit).
type Ask struct {
	User  kernel.ID
	On    kernel.Date
	Limit int
}

// Said is a sentence by its text key and what fills its names: texts and numbers
// as they are, and Amount, Share, Word, Words, Person, kernel.Date and Said itself,
// which every language writes in its own way.
type Said struct {
	Key  string         `json:"key"`
	Args map[string]any `json:"args,omitempty"`
}

// Amount is minor units of the base currency within a sentence.
type Amount struct {
	Amount int64 `json:"amount"`
}

// Share is a share within a sentence, 0 to 1.
type Share struct {
	Share float64 `json:"share"`
}

// Word is the text of a key within a sentence.
type Word struct {
	Word string `json:"word"`
}

// Words are the texts of several keys within a sentence.
type Words struct {
	Words []string `json:"words"`
}

// Person is a user within a sentence, by his name.
type Person struct {
	User kernel.ID `json:"user"`
}

// Item is one thing to do. Rule, account and subject name it: ticked off and put
// off it is by them.
type Item struct {
	Account kernel.ID   // zero: it is about none
	Subject kernel.ID   // the action, the proposal, the visit; zero: the account itself
	User    kernel.ID   // who does it; zero: the owner of the account
	Title   Said        // a verb first: what to do, to avoid what
	Reason  Said        // figures and dates: why
	Amount  int64       // at stake, minor units; where the rule's setting says own
	Chance  null.Number // of losing it; None: as the rule's setting says
	Due     kernel.Date // zero: some time
	Path    string      // the exact place where it is finished
	Does    string      // text key of the button that goes there
	Version int64       // of the subject, for a form that finishes it in place
}

// Setting is how a rule reckons; Rule is filled in by its name.
type Setting = urgency.Setting

// Where the amount at stake comes from.
const (
	Own   = urgency.Own   // the item's own figure
	Sales = urgency.Sales // what the account has bought in 12 months
	None  = urgency.None  // no money hangs on it
)

// Never is the number of days after which nothing happens.
const Never = urgency.Never
