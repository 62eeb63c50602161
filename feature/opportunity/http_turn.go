package opportunity

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/web"
)

type postMove struct {
	At
	Body struct {
		Stage  string `json:"stage"            maxLength:"20"`
		Reason string `json:"reason,omitempty" maxLength:"1000" doc:"Needed to leave steps out, and to go back"`
	}
}

func (s *Service) postMove(ctx context.Context, in *postMove) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Advance(ctx, in.ID, version, in.Body.Stage, in.Body.Reason)
}

type postClose struct {
	At
	Body struct {
		State    string      `json:"state"              enum:"won,lost"`
		Reason   string      `json:"reason"             maxLength:"20"`
		Words    string      `json:"outcome,omitempty"  maxLength:"1000"`
		Lesson   string      `json:"lesson,omitempty"   maxLength:"1000"`
		Winner   kernel.ID   `json:"winner,omitzero"    doc:"The competitor who got it"`
		On       kernel.Date `json:"on,omitzero"        doc:"Empty: today"`
		Evidence string      `json:"evidence,omitempty" maxLength:"1000" doc:"Of a contract: what shows it"`
	}
}

func (s *Service) postClose(ctx context.Context, in *postClose) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	b := in.Body
	return s.Close(ctx, in.ID, version, Outcome{b.State, b.Reason, b.Words, b.Lesson, b.Winner, b.On, b.Evidence})
}

type postNurture struct {
	At
	Body struct {
		Until  kernel.Date `json:"until"`
		Reason string      `json:"reason" maxLength:"1000"`
	}
}

func (s *Service) postNurture(ctx context.Context, in *postNurture) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Nurture(ctx, in.ID, version, in.Body.Until, in.Body.Reason)
}

type postReopen struct {
	At
	Body struct {
		Reason string `json:"reason" maxLength:"1000"`
	}
}

func (s *Service) postReopen(ctx context.Context, in *postReopen) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Reopen(ctx, in.ID, version, in.Body.Reason)
}

type postDate struct {
	At
	Body struct {
		Expected kernel.Date `json:"expected,omitzero" doc:"Empty: nobody knows any more"`
		Reason   string      `json:"reason,omitempty"  maxLength:"1000" doc:"Needed to put it off"`
	}
}

func (s *Service) postDate(ctx context.Context, in *postDate) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Expect(ctx, in.ID, version, in.Body.Expected, in.Body.Reason)
}

type putMilestone struct {
	At
	Key  string `path:"key" maxLength:"20"`
	Body struct {
		On       kernel.Date `json:"on,omitzero" doc:"Empty: today"`
		Evidence string      `json:"evidence"    maxLength:"1000"`
	}
}

func (s *Service) putMilestone(ctx context.Context, in *putMilestone) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Reach(ctx, in.ID, version, Reached{Milestone: in.Key, On: in.Body.On, Evidence: in.Body.Evidence})
}

type deleteMilestone struct {
	At
	Key string `path:"key" maxLength:"20"`
}

func (s *Service) deleteMilestone(ctx context.Context, in *deleteMilestone) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Miss(ctx, in.ID, version, in.Key)
}

// Offered is a line as a user says it.
type Offered struct {
	Product  kernel.ID      `json:"product,omitzero" doc:"Empty: something that is in no list"`
	Text     string         `json:"text"             maxLength:"120"`
	Quantity kernel.Decimal `json:"quantity"`
	Asked    kernel.Decimal `json:"asked"            doc:"Of a unit, net, in major units of the base currency"`
}

type putLines struct {
	At
	Body struct {
		Lines []Offered `json:"lines" maxItems:"50"`
	}
}

func (s *Service) putLines(ctx context.Context, in *putLines) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	all := make([]Line, len(in.Body.Lines))
	for i, l := range in.Body.Lines {
		all[i] = Line{Product: l.Product, Text: l.Text, Quantity: l.Quantity, Asked: l.Asked}
	}
	return s.Offer(ctx, in.ID, version, all)
}

type putSplits struct {
	At
	Body struct {
		Splits []Split `json:"splits" maxItems:"20"`
	}
}

func (s *Service) putSplits(ctx context.Context, in *putSplits) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Share(ctx, in.ID, version, in.Body.Splits)
}

type postFile struct {
	ID   kernel.ID `path:"opportunity"`
	Name string    `query:"name" required:"true" maxLength:"200" doc:"Of the file"`
}

func (s *Service) postFile(ctx context.Context, in *postFile, body io.Reader) (Paper, error) {
	return s.File(ctx, in.ID, in.Name, body)
}

type byFile struct {
	ID   kernel.ID `path:"opportunity"`
	File kernel.ID `path:"file"`
}

func (s *Service) getFile(ctx context.Context, in *byFile) (web.File, error) {
	p, body, err := s.Paper(ctx, in.ID, in.File)
	return web.File{Name: p.Name, Type: p.Kind, Write: func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	}}, err
}

func (s *Service) deleteFile(ctx context.Context, in *byFile) (struct{}, error) {
	return struct{}{}, s.Discard(ctx, in.ID, in.File)
}
