package account

import (
	"context"

	"erba/kernel"
)

// Entry is something that happened to an account or around it.
type Entry struct {
	At    int64             `json:"at"    doc:"Microseconds since 1970, UTC"`
	Key   string            `json:"key"   doc:"Text key of the sentence"`
	Args  map[string]string `json:"args"  doc:"Fill the gaps of that sentence"`
	Actor string            `json:"actor"`
}

// Teller adds another feature's entries to the timeline; it is registered with
// Service.Tells. It answers with the latest ones before an instant.
type Teller interface {
	Tell(ctx context.Context, account kernel.ID, before int64, limit int) ([]Entry, error)
}
