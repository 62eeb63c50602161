package identity

import (
	"fmt"
	"strings"
	"testing"

	"erba/kernel"
)

// What an account has of people, in one line: who is the owner, who works on it
// in which role, with whom it is shared until when, its flags.
func (a Access) words() string {
	var all []string
	for _, m := range a.Members {
		word := name(m.User) + ":" + m.Role
		if m.Owner {
			word = "*" + word
		}
		all = append(all, word)
	}
	for _, x := range a.Shares {
		all = append(all, fmt.Sprint(name(x.User), "<", x.Until.Days(day0)))
	}
	return strings.Join(append(all, a.Flags...), " ")
}

var day0 = kernel.On(2026, 1, 1)

var names = map[string]kernel.ID{"ann": kernel.NewID(), "bob": kernel.NewID(), "cat": kernel.NewID(), "dan": kernel.NewID()}

func name(id kernel.ID) string {
	for n, known := range names {
		if known == id {
			return n
		}
	}
	return "?"
}

func accessOf(words string) (a Access) {
	for _, word := range strings.Fields(words) {
		who, role, works := strings.Cut(strings.TrimPrefix(word, "*"), ":")
		to, days, shared := strings.Cut(word, "<")
		switch {
		case works:
			a.Members = append(a.Members, Member{User: names[who], Role: role, Owner: word[0] == '*'})
		case shared:
			n := 0
			fmt.Sscan(days, &n)
			a.Shares = append(a.Shares, Share{User: names[to], Until: day0.Add(n)})
		default:
			a.Flags = append(a.Flags, word)
		}
	}
	return a
}

func TestARowHasTheAccessToAnotherThatGoesIntoIt(t *testing.T) {
	tests := map[string]struct{ from, own, want string }{
		"who works there works here, and the owner too":    {"*bob: cat:technical", "*ann:", "*ann: bob: cat:technical"},
		"who works on both keeps his role":                 {"*bob: cat:technical", "*ann: cat:sales", "*ann: cat:sales bob:"},
		"who answers for it goes on to":                    {"*bob:lead", "*ann:", "*ann: bob:lead"},
		"one answers for it":                               {"*bob:lead", "*ann:lead", "*ann:lead bob:"},
		"who answers for it and works here does so here":   {"*bob:lead", "*bob: ann:", "*bob:lead ann:"},
		"shares come along, the longer one of two counts":  {"*bob: cat<9 dan<2", "*ann: dan<5", "*ann: bob: dan<5 cat<9"},
		"a share that lasts longer replaces the other one": {"*bob: dan<9", "*ann: dan<5", "*ann: bob: dan<9"},
		"flags unite": {"*bob: service", "*ann: service sealed", "*ann: bob: service sealed"},
	}
	for say, tt := range tests {
		own, from := accessOf(tt.own), accessOf(tt.from)
		next := from.inherited(own)
		if got := next.words(); got != tt.want {
			t.Errorf("%s: %s, want %s", say, got, tt.want)
		}
		if back := next.without(next, own).words(); back != own.words() {
			t.Errorf("%s, undone: %s, want %s", say, back, own.words())
		}
	}
}

func TestWhatChangedSinceAMergeStays(t *testing.T) {
	tests := map[string]struct{ now, want string }{
		"a share that was prolonged":       {"*ann: bob: cat<30", "*ann: cat<30"},
		"a member who came later":          {"*ann: bob: dan:sales cat<9", "*ann: dan:sales"},
		"a member who got another role":    {"*ann: bob:sponsor cat<9", "*ann: bob:sponsor"},
		"a share that was ended meanwhile": {"*ann: bob:", "*ann:"},
	}
	own, from := accessOf("*ann:"), accessOf("*bob: cat<9")
	for say, tt := range tests {
		now := accessOf(tt.now)
		if got := now.without(from.inherited(own), own).words(); got != tt.want {
			t.Errorf("%s: %s, want %s", say, got, tt.want)
		}
	}
}
