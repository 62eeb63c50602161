package campaign

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts campaigns on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/opportunities/{opportunity}/campaign", "campaign:read", s.getBoard)
	web.Put(r, "/opportunities/{opportunity}/campaign", writing, s.putAsked)
	web.Put(r, "/opportunities/{opportunity}/campaign/factors", writing, s.putWeighed)
	web.Put(r, "/opportunities/{opportunity}/campaign/phase", writing, s.putPhase)
	web.Post(r, "/opportunities/{opportunity}/campaign/lessons", writing, s.postLesson)
	web.Download(r, "/campaigns/export", "campaign:export", s.getExport)
}

type ofDeal struct {
	Deal kernel.ID `path:"opportunity"`
}

func (s *Service) getBoard(ctx context.Context, in *ofDeal) (Board, error) {
	return s.Board(ctx, in.Deal)
}

// CampaignStep is what somebody says of the next step with a person.
type CampaignStep struct {
	Contact kernel.ID   `json:"contact"`
	Topic   string      `json:"topic" maxLength:"1000"`
	Step    string      `json:"step"  maxLength:"1000"`
	On      kernel.Date `json:"on,omitzero"`
}

// CampaignAsked is what was found out.
type CampaignAsked struct {
	Situation   string         `json:"situation"   maxLength:"1000"`
	Problem     string         `json:"problem"     maxLength:"1000"`
	Implication string         `json:"implication" maxLength:"1000"`
	Payoff      string         `json:"payoff"      maxLength:"1000"`
	Confirmed   string         `json:"confirmed"   maxLength:"1000"`
	Solution    string         `json:"solution"    maxLength:"1000"`
	Steps       []CampaignStep `json:"steps"       maxItems:"200"`
}

type putAsked struct {
	Deal kernel.ID `path:"opportunity"`
	web.Match
	Body CampaignAsked
}

func (s *Service) putAsked(ctx context.Context, in *putAsked) (Board, error) {
	version, err := in.Replaces()
	if err != nil {
		return Board{}, err
	}
	b := in.Body
	asked := Asked{b.Situation, b.Problem, b.Implication, b.Payoff, b.Confirmed, b.Solution, nil}
	for _, step := range b.Steps {
		asked.Steps = append(asked.Steps, Step{Contact: step.Contact, Topic: step.Topic, Step: step.Step, On: step.On})
	}
	return s.Ask(ctx, in.Deal, version, asked)
}

// CampaignFactors is what the customer buys by.
type CampaignFactors struct {
	Factors     []Factor    `json:"factors"     maxItems:"40"`
	Competitors []kernel.ID `json:"competitors" maxItems:"20" doc:"In the order of the marks of the factors"`
	Benefit     *int64      `json:"benefit_minor,omitempty"  minimum:"0" maximum:"1000000000000000"`
	Running     *int64      `json:"running_minor,omitempty"  minimum:"0" maximum:"1000000000000000"`
	Invested    *int64      `json:"invested_minor,omitempty" minimum:"0" maximum:"1000000000000000"`
	Attitudes   string      `json:"attitudes"   maxLength:"6"`
}

type putWeighed struct {
	Deal kernel.ID `path:"opportunity"`
	web.Match
	Body CampaignFactors
}

func (s *Service) putWeighed(ctx context.Context, in *putWeighed) (Board, error) {
	version, err := in.Replaces()
	if err != nil {
		return Board{}, err
	}
	return s.Weigh(ctx, in.Deal, version, Weighed(in.Body))
}

type putPhase struct {
	Deal kernel.ID `path:"opportunity"`
	web.Match
	Body struct {
		Phase string `json:"phase" enum:"thinking,acting,reviewing"`
	}
}

func (s *Service) putPhase(ctx context.Context, in *putPhase) (Board, error) {
	version, err := in.Replaces()
	if err != nil {
		return Board{}, err
	}
	return s.Enter(ctx, in.Deal, version, in.Body.Phase)
}

type postLesson struct {
	Deal kernel.ID `path:"opportunity"`
	Body struct {
		Lesson string `json:"lesson" maxLength:"1000"`
	}
}

func (s *Service) postLesson(ctx context.Context, in *postLesson) (Lesson, error) {
	return s.Learn(ctx, in.Deal, in.Body.Lesson)
}

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "lessons", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}
