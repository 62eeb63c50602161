package model

import (
	"bytes"
	"encoding/json"
)

// Example is a worked example: what goes in, what has to come out, and how that
// is computed, now, by the program itself.
type Example struct {
	Name  string // text key
	Input any
	Want  any
	Run   func() (any, error)
}

// Worked is an example of a function of its input.
func Worked[In, Out any](name string, input In, want Out, run func(In) (Out, error)) Example {
	return Example{Name: name, Input: input, Want: want, Run: func() (any, error) { return run(input) }}
}

// Holds reports whether a result is the one that has to come out, as far as
// their JSON tells.
func (e Example) Holds(result any) bool {
	want, err := json.Marshal(e.Want)
	if err != nil {
		return false
	}
	got, err := json.Marshal(result)
	return err == nil && bytes.Equal(got, want)
}
