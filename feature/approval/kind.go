package approval

import (
	"slices"
	"strings"
	"time"

	"erba/kernel"
)

// Kind is a kind of proposal, declared by the feature that carries it out.
type Kind struct {
	Name     string        // its text key, such as user.grant; Name_asks and Name_does are texts, too
	Propose  string        // the grant of whoever may propose
	Bands    []Band        // who approves how much, from the smallest amount up; the last has no limit
	Days     int           // after which a proposal that nobody decided lapses
	Undo     time.Duration // how long an approval can be taken back; 0: never
	Reason   bool          // a proposal has to give one
	Evidence bool          // and say what shows it
	Fresh    bool          // whoever approves has to show anew who he is
	Wait     time.Duration // with fewer than two who may decide, it takes effect by itself after this; 0: never
}

// Band says who approves amounts up to a limit.
type Band struct {
	UpTo    kernel.Money // none: without limit
	Approve []string     // the grants of those who approve one after the other, each another person
}

// By is the bands of a kind whose amounts do not matter: one person approves.
func By(grant string) []Band { return []Band{{Approve: []string{grant}}} }

// steps are the grants that an amount takes. An amount in a currency that the
// bands do not speak of takes the most.
func (k Kind) steps(amount kernel.Money) []string {
	i := slices.IndexFunc(k.Bands, func(b Band) bool { return b.holds(amount) })
	return k.Bands[i].Approve
}

func (b Band) holds(amount kernel.Money) bool {
	return b.UpTo == kernel.Money{} ||
		amount.Currency == b.UpTo.Currency && max(amount.Minor, -amount.Minor) <= b.UpTo.Minor
}

// approvers are the grants of everybody who may have to approve.
func (k Kind) approvers() (all []string) {
	for _, b := range k.Bands {
		all = append(all, b.Approve...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// check panics over a kind that makes no sense: it is written in the program.
func (k Kind) check() {
	last := len(k.Bands) - 1
	if !strings.Contains(k.Name, ".") || k.Propose == "" || k.Days <= 0 || last < 0 || k.Bands[last].UpTo != (kernel.Money{}) ||
		slices.ContainsFunc(k.Bands, func(b Band) bool { return len(b.Approve) == 0 }) ||
		k.Wait > time.Duration(k.Days)*24*time.Hour {
		panic("approval: " + k.Name + " is no kind")
	}
}

// checkDraft reports what a draft lacks.
func (k Kind) checkDraft(d Draft) error {
	switch {
	case k.Reason && strings.TrimSpace(d.Reason) == "":
		return kernel.Invalid("approval.no_reason")
	case k.Evidence && strings.TrimSpace(d.Evidence) == "":
		return kernel.Invalid("approval.no_evidence")
	case len([]rune(d.Reason)) > longest || len([]rune(d.Evidence)) > longest:
		return kernel.Invalid("approval.too_long", "max", longest)
	}
	return nil
}

const longest = 1000 // characters of a reason
