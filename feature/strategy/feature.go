package strategy

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what strategy brings to the product.
var Feature = app.Feature{
	Name:  "strategy",
	Files: files,
	Start: func(*app.Kit) {},
}
