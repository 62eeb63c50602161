// Package model decides what a method is to the product: an id, a question that
// it answers, a configuration that may be decided differently, and examples that
// show it at work. What a method computes is its own; nothing here knows it.
package model

import (
	"slices"
	"strings"

	"erba/kernel"
)

// Kind is the engine that a method is made with: it decides the picture beside
// its form.
type Kind string

// The kinds.
const (
	Scorecard Kind = "scorecard" // weighted indicators, added up
	Grid      Kind = "grid"      // cells of two axes, quadrants among them
	Bands     Kind = "bands"     // cuts along one measure, or ranks
	Ladder    Kind = "ladder"    // steps, each of which presumes those below
	Checklist Kind = "checklist" // rules or questions, one beside the other
	Other     Kind = "other"
)

// Confidence says how well a method is founded on its sources.
type Confidence string

// The levels. A low one is shown as our own implementation.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Config is what may be decided differently about a method: a struct without
// pointers that says itself what about it makes no sense.
type Config interface{ Check() error }

// Model is a method as its feature declares it. Its texts stand in that
// feature's text files under its name: Name.name, Name.question, Name.formula
// and Name.source; Name.field_x for every field x of its configuration.
type Model struct {
	ID         string // such as M25
	Name       string // prefix of its texts, such as abc
	Group      string // its chapter, text key method.group_<Group>
	Kind       Kind
	Confidence Confidence
	Config     Config    // as it is unless somebody decides differently; nil: nothing to decide
	Examples   []Example // at least one
	Used       []string  // text keys of where its result is used
}

// Text is the key of one of its texts.
func (m Model) Text(what string) string { return m.Name + "." + what }

// Chapter is the text key of its group.
func (m Model) Chapter() string { return "method.group_" + m.Group }

// Texts are the keys of all its texts.
func (m Model) Texts() []string {
	all := []string{m.Text("name"), m.Text("question"), m.Text("formula"), m.Text("source"), m.Chapter()}
	all = append(all, m.Used...)
	for _, e := range m.Examples {
		all = append(all, e.Name)
	}
	for _, f := range m.Form() {
		all = append(all, f.texts()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Registry is all declared methods in the order of their ids.
type Registry []Model

// Register puts methods in order; two with one id stop the program.
func Register(all ...Model) Registry {
	r := slices.Clone(Registry(all))
	slices.SortFunc(r, func(a, b Model) int { return strings.Compare(a.ID, b.ID) })
	for i := 1; i < len(r); i++ {
		if r[i].ID == r[i-1].ID {
			panic("model: " + r[i].ID + " is declared twice")
		}
	}
	return r
}

// Find is the method of an id.
func (r Registry) Find(id string) (Model, error) {
	at, found := slices.BinarySearchFunc(r, id, func(m Model, id string) int { return strings.Compare(m.ID, id) })
	if !found {
		return Model{}, kernel.Missing("db.missing")
	}
	return r[at], nil
}

// Usually replaces the default of a method whose default is made of what several
// features bring. It is called once all have started, before anybody asks.
func (r Registry) Usually(id string, usual Config) {
	for i := range r {
		if r[i].ID == id {
			r[i].Config = usual
		}
	}
}
