package plan

import (
	"context"

	"erba/analysis/routine"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// actionRoutes are those of what has to be done.
func (s *Service) actionRoutes(r *web.Router) {
	web.Get(r, "/actions", "action:read", s.getActions)
	web.Download(r, "/actions/export", "action:export", s.getExport)
	web.Post(r, "/accounts/{account}/actions", "action:write", s.postAction)
	web.Put(r, "/actions/{id}", "action:write", s.putAction)
	web.Post(r, "/actions/{id}/end", "action:write", s.postOutcome)
	web.Post(r, "/actions/{id}/reopen", "action:write", s.postAgain)
	web.Get(r, "/actions/foreseen", "action:write", s.getForeseen)
	web.Get(r, "/actions/runs", "action:write", s.getTemplates)
	web.Post(r, "/actions/runs", "action:write", s.postTemplate)
	web.Post(r, "/actions/runs/{id}/undo", "action:write", s.postUndo)
	web.Get(r, "/actions/contacts", "action:read", s.getContacts)
}

// Narrowing is the part of the query that says which actions.
type Narrowing struct {
	State   string    `query:"state" enum:"open,done,dropped" doc:"Empty: all"`
	Whose   string    `query:"whose" enum:"mine,line" doc:"Empty: of all in sight"`
	Late    bool      `query:"late"  doc:"Only those whose day has passed"`
	Account kernel.ID `query:"account" doc:"Empty: of all in sight"`
}

func (n Narrowing) which() Which {
	return Which{State: n.State, Whose: n.Whose, Late: n.Late, Account: n.Account}
}

type getActions struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getActions(ctx context.Context, in *getActions) (Actions, error) {
	w := in.which()
	w.After, w.Limit = in.After, in.Limit
	return s.List(ctx, w)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "actions", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

// Doing is what somebody says of an action.
type Doing struct {
	Title string      `json:"title" minLength:"2" maxLength:"200"`
	Owner kernel.ID   `json:"owner"`
	Due   kernel.Date `json:"due"`
}

type postAction struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Doing
		Subject kernel.ID `json:"subject,omitzero" doc:"A deal of the account; absent: for the account itself"`
	}
}

func (s *Service) postAction(ctx context.Context, in *postAction) (Action, error) {
	b := in.Body
	return s.Act(ctx, Action{Account: in.Account, Subject: b.Subject, Title: b.Title, Owner: b.Owner, Due: b.Due})
}

type putAction struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Doing
}

func (s *Service) putAction(ctx context.Context, in *putAction) (Action, error) {
	version, err := in.Replaces()
	if err != nil {
		return Action{}, err
	}
	b := in.Body
	return s.Amend(ctx, Action{ID: in.ID, Version: version, Title: b.Title, Owner: b.Owner, Due: b.Due})
}

type postOutcome struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		State  string `json:"state"  enum:"done,dropped"`
		Result string `json:"result" minLength:"2" maxLength:"300" doc:"What came of it, or why it is given up"`
	}
}

func (s *Service) postOutcome(ctx context.Context, in *postOutcome) (Action, error) {
	version, err := in.Replaces()
	if err != nil {
		return Action{}, err
	}
	return s.Finish(ctx, in.ID, version, in.Body.State, in.Body.Result)
}

type postAgain struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) postAgain(ctx context.Context, in *postAgain) (Action, error) {
	version, err := in.Replaces()
	if err != nil {
		return Action{}, err
	}
	return s.Reopen(ctx, in.ID, version)
}

type getForeseen struct {
	Template routine.Template `query:"template" enum:"YEAR-Q4,QUARTER-3M,WEEKLY,DAILY" required:"true"`
	From     kernel.Date      `query:"from" doc:"Empty: today"`
	Account  kernel.ID        `query:"account" doc:"Empty: all important accounts in sight"`
}

func (s *Service) getForeseen(ctx context.Context, in *getForeseen) (Foreseen, error) {
	return s.Foresee(ctx, Asked{in.Template, in.From, one(in.Account)})
}

// one is an account as a list; without it, none.
func one(account kernel.ID) []kernel.ID {
	if account.IsZero() {
		return nil
	}
	return []kernel.ID{account}
}

type postTemplate struct {
	Body struct {
		Template routine.Template `json:"template" enum:"YEAR-Q4,QUARTER-3M,WEEKLY,DAILY"`
		From     kernel.Date      `json:"from"`
		Account  kernel.ID        `json:"account,omitzero" doc:"Empty: all important accounts in sight"`
	}
}

func (s *Service) postTemplate(ctx context.Context, in *postTemplate) (Run, error) {
	b := in.Body
	return s.Generate(ctx, Asked{b.Template, b.From, one(b.Account)}, func(key string) string { return text.Say(ctx, key, nil) })
}

func (s *Service) getTemplates(ctx context.Context, _ *struct{}) ([]Run, error) { return s.Runs(ctx) }

type postUndo struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) postUndo(ctx context.Context, in *postUndo) (Run, error) {
	return s.Undo(ctx, in.ID)
}

func (s *Service) getContacts(ctx context.Context, _ *struct{}) (Contacts, error) {
	return s.Contacts(ctx)
}
