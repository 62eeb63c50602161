// Package checklist decides what follows from several questions of yes or no,
// some of which nobody has answered: at least so many must hold. What is open is
// neither yes nor no, and makes the whole open only where it could still turn it.
package checklist

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Answer is yes, no, or open. And is the least of several, Or the greatest, Not
// the opposite sign.
type Answer int8

// The answers.
const (
	No   Answer = -1
	Open Answer = 0
	Yes  Answer = 1
)

// Of is the answer that somebody knows.
func Of(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// Reaches answers whether a number is at a cut or above.
func Reaches(n null.Number, cut float64) Answer {
	if !n.Known() {
		return Open
	}
	return Of(float64(n) >= cut)
}

// MarshalText puts the answer into JSON and CSV.
func (a Answer) MarshalText() ([]byte, error) { return []byte(words[a+1]), nil }

// UnmarshalText reads it back.
func (a *Answer) UnmarshalText(text []byte) error {
	for i, word := range words {
		if word == string(text) {
			*a = Answer(i - 1)
			return nil
		}
	}
	return kernel.Invalid("checklist.bad_answer", "answer", string(text))
}

var words = [...]string{"no", "open", "yes"}

// Key is the text key of the answer.
func (a Answer) Key() string { return "checklist." + words[a+1] }

// Tally is how many of several answers are which.
type Tally struct {
	Yes  int `json:"yes"`
	No   int `json:"no"`
	Open int `json:"open"`
}

// Count tallies answers.
func Count(answers ...Answer) (t Tally) {
	for _, a := range answers {
		switch a {
		case Yes:
			t.Yes++
		case No:
			t.No++
		default:
			t.Open++
		}
	}
	return t
}

// AtLeast answers whether so many hold, whatever the open ones turn out to be.
func (t Tally) AtLeast(need int) Answer {
	switch {
	case t.Yes >= need:
		return Yes
	case t.Yes+t.Open < need:
		return No
	}
	return Open
}
