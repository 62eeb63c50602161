// Package event decides how features react to each other without knowing each
// other: whoever cares about an event is called inside the transaction that
// causes it, so both happen or neither.
package event

import (
	"reflect"

	"erba/platform/db"
)

// Bus carries the events of one program. Handlers are added before the first
// event is emitted and never removed.
type Bus struct {
	handlers map[reflect.Type][]func(*db.Tx, any) error
}

// NewBus returns a bus without handlers.
func NewBus() *Bus { return &Bus{map[reflect.Type][]func(*db.Tx, any) error{}} }

// On adds a handler of the events of one type.
func On[E any](b *Bus, f func(*db.Tx, E) error) {
	kind := reflect.TypeFor[E]()
	b.handlers[kind] = append(b.handlers[kind], func(tx *db.Tx, e any) error { return f(tx, e.(E)) })
}

// Emit calls the handlers in the order they were added; the first error ends
// it, and with it the caller's transaction.
func Emit[E any](b *Bus, tx *db.Tx, e E) error {
	for _, handle := range b.handlers[reflect.TypeFor[E]()] {
		if err := handle(tx, e); err != nil {
			return err
		}
	}
	return nil
}
