package contact

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

type putSearch struct {
	Body struct {
		Number string `json:"number" minLength:"4" maxLength:"120" doc:"A whole number, mail address or WeChat name"`
	}
}

func (s *Service) putSearch(ctx context.Context, in *putSearch) ([]Card, error) {
	return s.Search(ctx, in.Body.Number)
}

type putReveal struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		Field  string `json:"field" enum:"phone,mail,wechat,mobile,private_wechat,birthday,home_city"`
		Reason string `json:"reason,omitempty" doc:"Needed unless the account is one's own"`
	}
}

func (s *Service) putReveal(ctx context.Context, in *putReveal) (Plain, error) {
	return s.Reveal(ctx, in.ID, in.Body.Field, in.Body.Reason)
}

type putFactOf struct {
	ID    kernel.ID `path:"id"`
	Field string    `path:"field" enum:"mobile,private_wechat,birthday,home_city"`
	Body  struct {
		Value string `json:"value" doc:"Empty: forget it"`
	}
}

func (s *Service) putFact(ctx context.Context, in *putFactOf) (Card, error) {
	return s.Confide(ctx, in.ID, in.Field, in.Body.Value)
}

func (s *Service) getNotes(ctx context.Context, in *byID) ([]Note, error) {
	return s.Notes(ctx, in.ID)
}

// NoteBody is what the author of a note says.
type NoteBody struct {
	Kind        string      `json:"kind"         enum:"family,hobby,habit,health,faith,whereabouts,preference,friends"`
	Text        string      `json:"text"`
	Basis       string      `json:"basis"        enum:"consent,contract,duty,vital,public" doc:"The legal basis"`
	ConsentOn   kernel.Date `json:"consent_on"   doc:"When he agreed, separately, to this being kept"`
	ConsentForm string      `json:"consent_form" enum:"written,electronic,recorded"`
	Proof       string      `json:"proof"        doc:"Where that is kept"`
	Readers     []kernel.ID `json:"readers,omitempty" doc:"Users who may read it beside the author and the account's manager"`
}

func (b NoteBody) note() Note {
	return Note{Kind: b.Kind, Text: b.Text, Basis: b.Basis, ConsentOn: b.ConsentOn, ConsentForm: b.ConsentForm, Proof: b.Proof, Readers: b.Readers}
}

type postNote struct {
	ID   kernel.ID `path:"id"`
	Body NoteBody
}

func (s *Service) postNote(ctx context.Context, in *postNote) (Note, error) {
	n := in.Body.note()
	n.Contact = in.ID
	return s.Write(ctx, n)
}

type putNote struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body NoteBody
}

func (s *Service) putNote(ctx context.Context, in *putNote) (Note, error) {
	version, err := in.Replaces()
	if err != nil {
		return Note{}, err
	}
	n := in.Body.note()
	n.ID, n.Version = in.ID, version
	return s.Rewrite(ctx, n)
}

func (s *Service) putText(ctx context.Context, in *byID) (Words, error) { return s.Read(ctx, in.ID) }

type putConfirm struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Holds bool `json:"consent_holds" enum:"true" doc:"He still agrees"`
	}
}

func (s *Service) putConfirm(ctx context.Context, in *putConfirm) (Note, error) {
	version, err := in.Replaces()
	if err == nil && !in.Body.Holds {
		err = kernel.Invalid("contact.no_consent")
	}
	if err != nil {
		return Note{}, err
	}
	return s.Confirm(ctx, Note{ID: in.ID, Version: version})
}

func (s *Service) putWithdraw(ctx context.Context, in *byID) (Note, error) {
	return s.Withdraw(ctx, in.ID)
}

type putForce struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		Reason string `json:"reason"`
	}
}

func (s *Service) putForce(ctx context.Context, in *putForce) ([]Words, error) {
	return s.Force(ctx, in.ID, in.Body.Reason)
}
