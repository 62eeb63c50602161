package importing

import (
	"testing"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/platform/app"
)

var features = []app.Feature{account.Feature, ledger.Feature, Feature}

func TestTheAPIDescribesItself(t *testing.T) {
	p, err := app.App{Features: features}.Start(nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Router.OpenAPI(); err != nil {
		t.Fatal(err)
	}
}
