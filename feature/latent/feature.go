package latent

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what latent brings to the product.
var Feature = app.Feature{
	Name:  "latent",
	Files: files,
	Start: func(*app.Kit) {},
}
