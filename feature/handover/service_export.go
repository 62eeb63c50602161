package handover

import (
	"context"
	"iter"

	"erba/kernel"
)

// Exported are the columns of an exported pack, as text keys.
var Exported = []string{"handover.section", "handover.what", "handover.mark", "handover.note", "handover.who", "handover.on",
	"handover.late", "handover.power", "handover.closeness", "handover.score"}

// Export is a pack as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, id kernel.ID, say func(key string) string) (iter.Seq[[]any], error) {
	sheet, err := s.Find(ctx, id)
	return func(yield func([]any) bool) {
		for _, part := range sheet.Pack.Sections {
			kind := "handover.section_" + part.Kind
			for _, l := range part.Lines {
				if !yield(l.cells(say(kind), say)) {
					return
				}
			}
		}
	}, err
}

func (l Line) cells(section string, say func(key string) string) []any {
	cells := []any{section, l.Title, nil, l.Note, l.Who, nil, nil, nil, nil, nil}
	if l.Mark != "" {
		cells[2] = say(l.Mark)
	}
	if !l.On.IsZero() {
		cells[5] = l.On
	}
	if l.Late {
		cells[6] = say("handover.yes")
	}
	for i, n := range []int{l.Power, l.Closeness, l.Score} {
		if n > 0 {
			cells[7+i] = int64(n)
		}
	}
	return cells
}
