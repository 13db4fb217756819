// Written by bin/embed-assets: every file under files/, embedded by the compiler.
#include "assets.h"
#include <stddef.h>

static const unsigned char bytes0[] = {
#embed "files/icons/announce.svg" suffix(,)
    0};
static const unsigned char bytes1[] = {
#embed "files/icons/arrow.svg" suffix(,)
    0};
static const unsigned char bytes2[] = {
#embed "files/icons/back.svg" suffix(,)
    0};
static const unsigned char bytes3[] = {
#embed "files/icons/board.svg" suffix(,)
    0};
static const unsigned char bytes4[] = {
#embed "files/icons/calendar.svg" suffix(,)
    0};
static const unsigned char bytes5[] = {
#embed "files/icons/check.svg" suffix(,)
    0};
static const unsigned char bytes6[] = {
#embed "files/icons/clock.svg" suffix(,)
    0};
static const unsigned char bytes7[] = {
#embed "files/icons/down.svg" suffix(,)
    0};
static const unsigned char bytes8[] = {
#embed "files/icons/hand.svg" suffix(,)
    0};
static const unsigned char bytes9[] = {
#embed "files/icons/minus.svg" suffix(,)
    0};
static const unsigned char bytes10[] = {
#embed "files/icons/note.svg" suffix(,)
    0};
static const unsigned char bytes11[] = {
#embed "files/icons/offline.svg" suffix(,)
    0};
static const unsigned char bytes12[] = {
#embed "files/icons/park.svg" suffix(,)
    0};
static const unsigned char bytes13[] = {
#embed "files/icons/people.svg" suffix(,)
    0};
static const unsigned char bytes14[] = {
#embed "files/icons/pin.svg" suffix(,)
    0};
static const unsigned char bytes15[] = {
#embed "files/icons/plus.svg" suffix(,)
    0};
static const unsigned char bytes16[] = {
#embed "files/icons/print.svg" suffix(,)
    0};
static const unsigned char bytes17[] = {
#embed "files/icons/projector.svg" suffix(,)
    0};
static const unsigned char bytes18[] = {
#embed "files/icons/qr.svg" suffix(,)
    0};
static const unsigned char bytes19[] = {
#embed "files/icons/room.svg" suffix(,)
    0};
static const unsigned char bytes20[] = {
#embed "files/icons/search.svg" suffix(,)
    0};
static const unsigned char bytes21[] = {
#embed "files/icons/swap.svg" suffix(,)
    0};
static const unsigned char bytes22[] = {
#embed "files/icons/talk.svg" suffix(,)
    0};
static const unsigned char bytes23[] = {
#embed "files/icons/up.svg" suffix(,)
    0};
static const unsigned char bytes24[] = {
#embed "files/icons/voice.svg" suffix(,)
    0};
static const unsigned char bytes25[] = {
#embed "files/phrases/archive.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes26[] = {
#embed "files/phrases/archive.de.yaml" suffix(,)
    0};
static const unsigned char bytes27[] = {
#embed "files/phrases/archive.en.yaml" suffix(,)
    0};
static const unsigned char bytes28[] = {
#embed "files/phrases/console.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes29[] = {
#embed "files/phrases/console.de.yaml" suffix(,)
    0};
static const unsigned char bytes30[] = {
#embed "files/phrases/console.en.yaml" suffix(,)
    0};
static const unsigned char bytes31[] = {
#embed "files/phrases/de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes32[] = {
#embed "files/phrases/de.yaml" suffix(,)
    0};
static const unsigned char bytes33[] = {
#embed "files/phrases/documentation.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes34[] = {
#embed "files/phrases/documentation.de.yaml" suffix(,)
    0};
static const unsigned char bytes35[] = {
#embed "files/phrases/documentation.en.yaml" suffix(,)
    0};
static const unsigned char bytes36[] = {
#embed "files/phrases/editions.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes37[] = {
#embed "files/phrases/editions.de.yaml" suffix(,)
    0};
static const unsigned char bytes38[] = {
#embed "files/phrases/editions.en.yaml" suffix(,)
    0};
static const unsigned char bytes39[] = {
#embed "files/phrases/en.yaml" suffix(,)
    0};
static const unsigned char bytes40[] = {
#embed "files/phrases/feedback.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes41[] = {
#embed "files/phrases/feedback.de.yaml" suffix(,)
    0};
static const unsigned char bytes42[] = {
#embed "files/phrases/feedback.en.yaml" suffix(,)
    0};
static const unsigned char bytes43[] = {
#embed "files/phrases/groups.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes44[] = {
#embed "files/phrases/groups.de.yaml" suffix(,)
    0};
static const unsigned char bytes45[] = {
#embed "files/phrases/groups.en.yaml" suffix(,)
    0};
static const unsigned char bytes46[] = {
#embed "files/phrases/records.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes47[] = {
#embed "files/phrases/records.de.yaml" suffix(,)
    0};
static const unsigned char bytes48[] = {
#embed "files/phrases/records.en.yaml" suffix(,)
    0};
static const unsigned char bytes49[] = {
#embed "files/phrases/refused.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes50[] = {
#embed "files/phrases/refused.de.yaml" suffix(,)
    0};
static const unsigned char bytes51[] = {
#embed "files/phrases/refused.en.yaml" suffix(,)
    0};
static const unsigned char bytes52[] = {
#embed "files/phrases/series.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes53[] = {
#embed "files/phrases/series.de.yaml" suffix(,)
    0};
static const unsigned char bytes54[] = {
#embed "files/phrases/series.en.yaml" suffix(,)
    0};
static const unsigned char bytes55[] = {
#embed "files/phrases/views.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes56[] = {
#embed "files/phrases/views.de.yaml" suffix(,)
    0};
static const unsigned char bytes57[] = {
#embed "files/phrases/views.en.yaml" suffix(,)
    0};
static const unsigned char bytes58[] = {
#embed "files/phrases/wall.de.yaml" suffix(,)
    0};
static const unsigned char bytes59[] = {
#embed "files/phrases/wall.en.yaml" suffix(,)
    0};
static const unsigned char bytes60[] = {
#embed "files/pictures/mark.svg" suffix(,)
    0};
static const unsigned char bytes61[] = {
#embed "files/scripts/acts.js" suffix(,)
    0};
static const unsigned char bytes62[] = {
#embed "files/scripts/board-move.js" suffix(,)
    0};
static const unsigned char bytes63[] = {
#embed "files/scripts/board.js" suffix(,)
    0};
static const unsigned char bytes64[] = {
#embed "files/scripts/console-board.js" suffix(,)
    0};
static const unsigned char bytes65[] = {
#embed "files/scripts/console.js" suffix(,)
    0};
static const unsigned char bytes66[] = {
#embed "files/scripts/drafts.js" suffix(,)
    0};
static const unsigned char bytes67[] = {
#embed "files/scripts/folding.js" suffix(,)
    0};
static const unsigned char bytes68[] = {
#embed "files/scripts/follow.js" suffix(,)
    0};
static const unsigned char bytes69[] = {
#embed "files/scripts/forms.js" suffix(,)
    0};
static const unsigned char bytes70[] = {
#embed "files/scripts/glide.js" suffix(,)
    0};
static const unsigned char bytes71[] = {
#embed "files/scripts/install.js" suffix(,)
    0};
static const unsigned char bytes72[] = {
#embed "files/scripts/joining.js" suffix(,)
    0};
static const unsigned char bytes73[] = {
#embed "files/scripts/live.js" suffix(,)
    0};
static const unsigned char bytes74[] = {
#embed "files/scripts/marking.js" suffix(,)
    0};
static const unsigned char bytes75[] = {
#embed "files/scripts/offline.js" suffix(,)
    0};
static const unsigned char bytes76[] = {
#embed "files/scripts/outbox.js" suffix(,)
    0};
static const unsigned char bytes77[] = {
#embed "files/scripts/phone.js" suffix(,)
    0};
static const unsigned char bytes78[] = {
#embed "files/scripts/projector-arrivals.js" suffix(,)
    0};
static const unsigned char bytes79[] = {
#embed "files/scripts/projector-night.js" suffix(,)
    0};
static const unsigned char bytes80[] = {
#embed "files/scripts/projector-stage.js" suffix(,)
    0};
static const unsigned char bytes81[] = {
#embed "files/scripts/projector.js" suffix(,)
    0};
static const unsigned char bytes82[] = {
#embed "files/scripts/read.js" suffix(,)
    0};
static const unsigned char bytes83[] = {
#embed "files/scripts/record-steps.js" suffix(,)
    0};
static const unsigned char bytes84[] = {
#embed "files/scripts/record.js" suffix(,)
    0};
static const unsigned char bytes85[] = {
#embed "files/scripts/refusals.js" suffix(,)
    0};
static const unsigned char bytes86[] = {
#embed "files/scripts/seats.js" suffix(,)
    0};
static const unsigned char bytes87[] = {
#embed "files/scripts/sheet.js" suffix(,)
    0};
static const unsigned char bytes88[] = {
#embed "files/scripts/stream-worker.js" suffix(,)
    0};
static const unsigned char bytes89[] = {
#embed "files/scripts/stream.js" suffix(,)
    0};
static const unsigned char bytes90[] = {
#embed "files/scripts/timer.js" suffix(,)
    0};
static const unsigned char bytes91[] = {
#embed "files/scripts/trust.js" suffix(,)
    0};
static const unsigned char bytes92[] = {
#embed "files/styles/announcement.css" suffix(,)
    0};
static const unsigned char bytes93[] = {
#embed "files/styles/archive.css" suffix(,)
    0};
static const unsigned char bytes94[] = {
#embed "files/styles/base.css" suffix(,)
    0};
static const unsigned char bytes95[] = {
#embed "files/styles/board-list.css" suffix(,)
    0};
static const unsigned char bytes96[] = {
#embed "files/styles/board.css" suffix(,)
    0};
static const unsigned char bytes97[] = {
#embed "files/styles/choice.css" suffix(,)
    0};
static const unsigned char bytes98[] = {
#embed "files/styles/code.css" suffix(,)
    0};
static const unsigned char bytes99[] = {
#embed "files/styles/conflict.css" suffix(,)
    0};
static const unsigned char bytes100[] = {
#embed "files/styles/console.css" suffix(,)
    0};
static const unsigned char bytes101[] = {
#embed "files/styles/desk.css" suffix(,)
    0};
static const unsigned char bytes102[] = {
#embed "files/styles/dialog.css" suffix(,)
    0};
static const unsigned char bytes103[] = {
#embed "files/styles/document.css" suffix(,)
    0};
static const unsigned char bytes104[] = {
#embed "files/styles/documentation.css" suffix(,)
    0};
static const unsigned char bytes105[] = {
#embed "files/styles/elements.css" suffix(,)
    0};
static const unsigned char bytes106[] = {
#embed "files/styles/empty.css" suffix(,)
    0};
static const unsigned char bytes107[] = {
#embed "files/styles/fold.css" suffix(,)
    0};
static const unsigned char bytes108[] = {
#embed "files/styles/font.css" suffix(,)
    0};
static const unsigned char bytes109[] = {
#embed "files/styles/form.css" suffix(,)
    0};
static const unsigned char bytes110[] = {
#embed "files/styles/frame.css" suffix(,)
    0};
static const unsigned char bytes111[] = {
#embed "files/styles/grid.css" suffix(,)
    0};
static const unsigned char bytes112[] = {
#embed "files/styles/group.css" suffix(,)
    0};
static const unsigned char bytes113[] = {
#embed "files/styles/hint.css" suffix(,)
    0};
static const unsigned char bytes114[] = {
#embed "files/styles/join.css" suffix(,)
    0};
static const unsigned char bytes115[] = {
#embed "files/styles/ladder.css" suffix(,)
    0};
static const unsigned char bytes116[] = {
#embed "files/styles/layers.css" suffix(,)
    0};
static const unsigned char bytes117[] = {
#embed "files/styles/list.css" suffix(,)
    0};
static const unsigned char bytes118[] = {
#embed "files/styles/next.css" suffix(,)
    0};
static const unsigned char bytes119[] = {
#embed "files/styles/now.css" suffix(,)
    0};
static const unsigned char bytes120[] = {
#embed "files/styles/offline.css" suffix(,)
    0};
static const unsigned char bytes121[] = {
#embed "files/styles/panel.css" suffix(,)
    0};
static const unsigned char bytes122[] = {
#embed "files/styles/people.css" suffix(,)
    0};
static const unsigned char bytes123[] = {
#embed "files/styles/phases.css" suffix(,)
    0};
static const unsigned char bytes124[] = {
#embed "files/styles/prepare.css" suffix(,)
    0};
static const unsigned char bytes125[] = {
#embed "files/styles/price.css" suffix(,)
    0};
static const unsigned char bytes126[] = {
#embed "files/styles/projector.css" suffix(,)
    0};
static const unsigned char bytes127[] = {
#embed "files/styles/question.css" suffix(,)
    0};
static const unsigned char bytes128[] = {
#embed "files/styles/queue.css" suffix(,)
    0};
static const unsigned char bytes129[] = {
#embed "files/styles/record.css" suffix(,)
    0};
static const unsigned char bytes130[] = {
#embed "files/styles/report.css" suffix(,)
    0};
static const unsigned char bytes131[] = {
#embed "files/styles/rooms.css" suffix(,)
    0};
static const unsigned char bytes132[] = {
#embed "files/styles/seats.css" suffix(,)
    0};
static const unsigned char bytes133[] = {
#embed "files/styles/series.css" suffix(,)
    0};
static const unsigned char bytes134[] = {
#embed "files/styles/sheet.css" suffix(,)
    0};
static const unsigned char bytes135[] = {
#embed "files/styles/stage-words.css" suffix(,)
    0};
static const unsigned char bytes136[] = {
#embed "files/styles/stages.css" suffix(,)
    0};
static const unsigned char bytes137[] = {
#embed "files/styles/stepper.css" suffix(,)
    0};
static const unsigned char bytes138[] = {
#embed "files/styles/suggestions.css" suffix(,)
    0};
static const unsigned char bytes139[] = {
#embed "files/styles/tokens.css" suffix(,)
    0};
static const unsigned char bytes140[] = {
#embed "files/styles/topics.css" suffix(,)
    0};
static const unsigned char bytes141[] = {
#embed "files/styles/town-map.css" suffix(,)
    0};
static const unsigned char bytes142[] = {
#embed "files/styles/undo.css" suffix(,)
    0};
static const unsigned char bytes143[] = {
#embed "files/styles/wish-line.css" suffix(,)
    0};
static const unsigned char bytes144[] = {
#embed "files/styles/wish.css" suffix(,)
    0};
static const unsigned char bytes145[] = {
#embed "files/styles/word-picture.css" suffix(,)
    0};
static const unsigned char bytes146[] = {
#embed "files/styles/words.css" suffix(,)
    0};
static const unsigned char bytes147[] = {
#embed "files/templates/archive/archive.mustache" suffix(,)
    0};
static const unsigned char bytes148[] = {
#embed "files/templates/archive/hit.mustache" suffix(,)
    0};
static const unsigned char bytes149[] = {
#embed "files/templates/boards/band.mustache" suffix(,)
    0};
static const unsigned char bytes150[] = {
#embed "files/templates/boards/board-list.mustache" suffix(,)
    0};
static const unsigned char bytes151[] = {
#embed "files/templates/boards/board.mustache" suffix(,)
    0};
static const unsigned char bytes152[] = {
#embed "files/templates/boards/cell.mustache" suffix(,)
    0};
static const unsigned char bytes153[] = {
#embed "files/templates/boards/conflict.mustache" suffix(,)
    0};
static const unsigned char bytes154[] = {
#embed "files/templates/boards/head.mustache" suffix(,)
    0};
static const unsigned char bytes155[] = {
#embed "files/templates/boards/now-block.mustache" suffix(,)
    0};
static const unsigned char bytes156[] = {
#embed "files/templates/boards/now.mustache" suffix(,)
    0};
static const unsigned char bytes157[] = {
#embed "files/templates/boards/page.mustache" suffix(,)
    0};
static const unsigned char bytes158[] = {
#embed "files/templates/boards/plan.mustache" suffix(,)
    0};
static const unsigned char bytes159[] = {
#embed "files/templates/boards/quality.mustache" suffix(,)
    0};
static const unsigned char bytes160[] = {
#embed "files/templates/boards/session-rest.mustache" suffix(,)
    0};
static const unsigned char bytes161[] = {
#embed "files/templates/boards/session-row.mustache" suffix(,)
    0};
static const unsigned char bytes162[] = {
#embed "files/templates/boards/slot.mustache" suffix(,)
    0};
static const unsigned char bytes163[] = {
#embed "files/templates/console/act.mustache" suffix(,)
    0};
static const unsigned char bytes164[] = {
#embed "files/templates/console/announcing.mustache" suffix(,)
    0};
static const unsigned char bytes165[] = {
#embed "files/templates/console/better-step.mustache" suffix(,)
    0};
static const unsigned char bytes166[] = {
#embed "files/templates/console/better.mustache" suffix(,)
    0};
static const unsigned char bytes167[] = {
#embed "files/templates/console/board-lists.mustache" suffix(,)
    0};
static const unsigned char bytes168[] = {
#embed "files/templates/console/board.mustache" suffix(,)
    0};
static const unsigned char bytes169[] = {
#embed "files/templates/console/cell.mustache" suffix(,)
    0};
static const unsigned char bytes170[] = {
#embed "files/templates/console/choices.mustache" suffix(,)
    0};
static const unsigned char bytes171[] = {
#embed "files/templates/console/code.mustache" suffix(,)
    0};
static const unsigned char bytes172[] = {
#embed "files/templates/console/end.mustache" suffix(,)
    0};
static const unsigned char bytes173[] = {
#embed "files/templates/console/ended.mustache" suffix(,)
    0};
static const unsigned char bytes174[] = {
#embed "files/templates/console/feedback-close.mustache" suffix(,)
    0};
static const unsigned char bytes175[] = {
#embed "files/templates/console/feedback.mustache" suffix(,)
    0};
static const unsigned char bytes176[] = {
#embed "files/templates/console/field.mustache" suffix(,)
    0};
static const unsigned char bytes177[] = {
#embed "files/templates/console/footer.mustache" suffix(,)
    0};
static const unsigned char bytes178[] = {
#embed "files/templates/console/grid.mustache" suffix(,)
    0};
static const unsigned char bytes179[] = {
#embed "files/templates/console/groups.mustache" suffix(,)
    0};
static const unsigned char bytes180[] = {
#embed "files/templates/console/heads.mustache" suffix(,)
    0};
static const unsigned char bytes181[] = {
#embed "files/templates/console/links.mustache" suffix(,)
    0};
static const unsigned char bytes182[] = {
#embed "files/templates/console/move-forms.mustache" suffix(,)
    0};
static const unsigned char bytes183[] = {
#embed "files/templates/console/next.mustache" suffix(,)
    0};
static const unsigned char bytes184[] = {
#embed "files/templates/console/now.mustache" suffix(,)
    0};
static const unsigned char bytes185[] = {
#embed "files/templates/console/panel.mustache" suffix(,)
    0};
static const unsigned char bytes186[] = {
#embed "files/templates/console/people.mustache" suffix(,)
    0};
static const unsigned char bytes187[] = {
#embed "files/templates/console/phases.mustache" suffix(,)
    0};
static const unsigned char bytes188[] = {
#embed "files/templates/console/pitch.mustache" suffix(,)
    0};
static const unsigned char bytes189[] = {
#embed "files/templates/console/planning.mustache" suffix(,)
    0};
static const unsigned char bytes190[] = {
#embed "files/templates/console/preparing.mustache" suffix(,)
    0};
static const unsigned char bytes191[] = {
#embed "files/templates/console/price.mustache" suffix(,)
    0};
static const unsigned char bytes192[] = {
#embed "files/templates/console/publish.mustache" suffix(,)
    0};
static const unsigned char bytes193[] = {
#embed "files/templates/console/queue.mustache" suffix(,)
    0};
static const unsigned char bytes194[] = {
#embed "files/templates/console/records.mustache" suffix(,)
    0};
static const unsigned char bytes195[] = {
#embed "files/templates/console/removal.mustache" suffix(,)
    0};
static const unsigned char bytes196[] = {
#embed "files/templates/console/running-session.mustache" suffix(,)
    0};
static const unsigned char bytes197[] = {
#embed "files/templates/console/running.mustache" suffix(,)
    0};
static const unsigned char bytes198[] = {
#embed "files/templates/console/said.mustache" suffix(,)
    0};
static const unsigned char bytes199[] = {
#embed "files/templates/console/select.mustache" suffix(,)
    0};
static const unsigned char bytes200[] = {
#embed "files/templates/console/stepper.mustache" suffix(,)
    0};
static const unsigned char bytes201[] = {
#embed "files/templates/console/topic-form.mustache" suffix(,)
    0};
static const unsigned char bytes202[] = {
#embed "files/templates/console/topic.mustache" suffix(,)
    0};
static const unsigned char bytes203[] = {
#embed "files/templates/console/topics.mustache" suffix(,)
    0};
static const unsigned char bytes204[] = {
#embed "files/templates/console/undo.mustache" suffix(,)
    0};
static const unsigned char bytes205[] = {
#embed "files/templates/console/wall.mustache" suffix(,)
    0};
static const unsigned char bytes206[] = {
#embed "files/templates/console/window.mustache" suffix(,)
    0};
static const unsigned char bytes207[] = {
#embed "files/templates/documentation/page.mustache" suffix(,)
    0};
static const unsigned char bytes208[] = {
#embed "files/templates/documentation/record.mustache" suffix(,)
    0};
static const unsigned char bytes209[] = {
#embed "files/templates/documentation/session.mustache" suffix(,)
    0};
static const unsigned char bytes210[] = {
#embed "files/templates/feedback/list.mustache" suffix(,)
    0};
static const unsigned char bytes211[] = {
#embed "files/templates/feedback/page.mustache" suffix(,)
    0};
static const unsigned char bytes212[] = {
#embed "files/templates/feedback/result.mustache" suffix(,)
    0};
static const unsigned char bytes213[] = {
#embed "files/templates/gatherings/start.mustache" suffix(,)
    0};
static const unsigned char bytes214[] = {
#embed "files/templates/groups/form.mustache" suffix(,)
    0};
static const unsigned char bytes215[] = {
#embed "files/templates/groups/group.mustache" suffix(,)
    0};
static const unsigned char bytes216[] = {
#embed "files/templates/groups/line.mustache" suffix(,)
    0};
static const unsigned char bytes217[] = {
#embed "files/templates/groups/list.mustache" suffix(,)
    0};
static const unsigned char bytes218[] = {
#embed "files/templates/groups/member.mustache" suffix(,)
    0};
static const unsigned char bytes219[] = {
#embed "files/templates/groups/own-group.mustache" suffix(,)
    0};
static const unsigned char bytes220[] = {
#embed "files/templates/groups/own.mustache" suffix(,)
    0};
static const unsigned char bytes221[] = {
#embed "files/templates/layouts/console.mustache" suffix(,)
    0};
static const unsigned char bytes222[] = {
#embed "files/templates/layouts/document.mustache" suffix(,)
    0};
static const unsigned char bytes223[] = {
#embed "files/templates/layouts/page.mustache" suffix(,)
    0};
static const unsigned char bytes224[] = {
#embed "files/templates/layouts/phone.mustache" suffix(,)
    0};
static const unsigned char bytes225[] = {
#embed "files/templates/layouts/sheet.mustache" suffix(,)
    0};
static const unsigned char bytes226[] = {
#embed "files/templates/layouts/site.mustache" suffix(,)
    0};
static const unsigned char bytes227[] = {
#embed "files/templates/layouts/wide.mustache" suffix(,)
    0};
static const unsigned char bytes228[] = {
#embed "files/templates/legal/accessibility.mustache" suffix(,)
    0};
static const unsigned char bytes229[] = {
#embed "files/templates/legal/contact.mustache" suffix(,)
    0};
static const unsigned char bytes230[] = {
#embed "files/templates/legal/imprint.mustache" suffix(,)
    0};
static const unsigned char bytes231[] = {
#embed "files/templates/legal/missing.mustache" suffix(,)
    0};
static const unsigned char bytes232[] = {
#embed "files/templates/legal/privacy.mustache" suffix(,)
    0};
static const unsigned char bytes233[] = {
#embed "files/templates/links/link.mustache" suffix(,)
    0};
static const unsigned char bytes234[] = {
#embed "files/templates/organiser/page.mustache" suffix(,)
    0};
static const unsigned char bytes235[] = {
#embed "files/templates/people/join.mustache" suffix(,)
    0};
static const unsigned char bytes236[] = {
#embed "files/templates/people/leave.mustache" suffix(,)
    0};
static const unsigned char bytes237[] = {
#embed "files/templates/people/people.mustache" suffix(,)
    0};
static const unsigned char bytes238[] = {
#embed "files/templates/people/profile.mustache" suffix(,)
    0};
static const unsigned char bytes239[] = {
#embed "files/templates/prepare/deletion.mustache" suffix(,)
    0};
static const unsigned char bytes240[] = {
#embed "files/templates/prepare/editions.mustache" suffix(,)
    0};
static const unsigned char bytes241[] = {
#embed "files/templates/prepare/facts.mustache" suffix(,)
    0};
static const unsigned char bytes242[] = {
#embed "files/templates/prepare/form.mustache" suffix(,)
    0};
static const unsigned char bytes243[] = {
#embed "files/templates/prepare/new.mustache" suffix(,)
    0};
static const unsigned char bytes244[] = {
#embed "files/templates/prepare/page.mustache" suffix(,)
    0};
static const unsigned char bytes245[] = {
#embed "files/templates/prepare/thing.mustache" suffix(,)
    0};
static const unsigned char bytes246[] = {
#embed "files/templates/print/board.mustache" suffix(,)
    0};
static const unsigned char bytes247[] = {
#embed "files/templates/print/cards.mustache" suffix(,)
    0};
static const unsigned char bytes248[] = {
#embed "files/templates/print/choice.mustache" suffix(,)
    0};
static const unsigned char bytes249[] = {
#embed "files/templates/print/codes.mustache" suffix(,)
    0};
static const unsigned char bytes250[] = {
#embed "files/templates/print/join.mustache" suffix(,)
    0};
static const unsigned char bytes251[] = {
#embed "files/templates/print/records.mustache" suffix(,)
    0};
static const unsigned char bytes252[] = {
#embed "files/templates/projector/arrival.mustache" suffix(,)
    0};
static const unsigned char bytes253[] = {
#embed "files/templates/projector/board.mustache" suffix(,)
    0};
static const unsigned char bytes254[] = {
#embed "files/templates/projector/closing.mustache" suffix(,)
    0};
static const unsigned char bytes255[] = {
#embed "files/templates/projector/corner.mustache" suffix(,)
    0};
static const unsigned char bytes256[] = {
#embed "files/templates/projector/draft.mustache" suffix(,)
    0};
static const unsigned char bytes257[] = {
#embed "files/templates/projector/head.mustache" suffix(,)
    0};
static const unsigned char bytes258[] = {
#embed "files/templates/projector/item.mustache" suffix(,)
    0};
static const unsigned char bytes259[] = {
#embed "files/templates/projector/page-count.mustache" suffix(,)
    0};
static const unsigned char bytes260[] = {
#embed "files/templates/projector/page.mustache" suffix(,)
    0};
static const unsigned char bytes261[] = {
#embed "files/templates/projector/pitch.mustache" suffix(,)
    0};
static const unsigned char bytes262[] = {
#embed "files/templates/projector/planning.mustache" suffix(,)
    0};
static const unsigned char bytes263[] = {
#embed "files/templates/projector/queue.mustache" suffix(,)
    0};
static const unsigned char bytes264[] = {
#embed "files/templates/projector/running.mustache" suffix(,)
    0};
static const unsigned char bytes265[] = {
#embed "files/templates/projector/stage.mustache" suffix(,)
    0};
static const unsigned char bytes266[] = {
#embed "files/templates/projector/waiting.mustache" suffix(,)
    0};
static const unsigned char bytes267[] = {
#embed "files/templates/projector/weighing.mustache" suffix(,)
    0};
static const unsigned char bytes268[] = {
#embed "files/templates/proposals/form.mustache" suffix(,)
    0};
static const unsigned char bytes269[] = {
#embed "files/templates/proposals/proposal.mustache" suffix(,)
    0};
static const unsigned char bytes270[] = {
#embed "files/templates/proposals/similar.mustache" suffix(,)
    0};
static const unsigned char bytes271[] = {
#embed "files/templates/proposals/suggestions.mustache" suffix(,)
    0};
static const unsigned char bytes272[] = {
#embed "files/templates/proposals/topic-row.mustache" suffix(,)
    0};
static const unsigned char bytes273[] = {
#embed "files/templates/proposals/topics.mustache" suffix(,)
    0};
static const unsigned char bytes274[] = {
#embed "files/templates/proposals/wish-line.mustache" suffix(,)
    0};
static const unsigned char bytes275[] = {
#embed "files/templates/proposals/wish.mustache" suffix(,)
    0};
static const unsigned char bytes276[] = {
#embed "files/templates/records/clash.mustache" suffix(,)
    0};
static const unsigned char bytes277[] = {
#embed "files/templates/records/form.mustache" suffix(,)
    0};
static const unsigned char bytes278[] = {
#embed "files/templates/records/head.mustache" suffix(,)
    0};
static const unsigned char bytes279[] = {
#embed "files/templates/records/history.mustache" suffix(,)
    0};
static const unsigned char bytes280[] = {
#embed "files/templates/records/keeping.mustache" suffix(,)
    0};
static const unsigned char bytes281[] = {
#embed "files/templates/records/record.mustache" suffix(,)
    0};
static const unsigned char bytes282[] = {
#embed "files/templates/records/release.mustache" suffix(,)
    0};
static const unsigned char bytes283[] = {
#embed "files/templates/records/text.mustache" suffix(,)
    0};
static const unsigned char bytes284[] = {
#embed "files/templates/refusals/offline.mustache" suffix(,)
    0};
static const unsigned char bytes285[] = {
#embed "files/templates/refusals/refusal.mustache" suffix(,)
    0};
static const unsigned char bytes286[] = {
#embed "files/templates/series/edition.mustache" suffix(,)
    0};
static const unsigned char bytes287[] = {
#embed "files/templates/series/page.mustache" suffix(,)
    0};
static const unsigned char bytes288[] = {
#embed "files/templates/shared/announcements.mustache" suffix(,)
    0};
static const unsigned char bytes289[] = {
#embed "files/templates/shared/bar.mustache" suffix(,)
    0};
static const unsigned char bytes290[] = {
#embed "files/templates/shared/choice.mustache" suffix(,)
    0};
static const unsigned char bytes291[] = {
#embed "files/templates/shared/countdown.mustache" suffix(,)
    0};
static const unsigned char bytes292[] = {
#embed "files/templates/shared/field.mustache" suffix(,)
    0};
static const unsigned char bytes293[] = {
#embed "files/templates/shared/footer.mustache" suffix(,)
    0};
static const unsigned char bytes294[] = {
#embed "files/templates/shared/hidden.mustache" suffix(,)
    0};
static const unsigned char bytes295[] = {
#embed "files/templates/shared/outbox.mustache" suffix(,)
    0};
static const unsigned char bytes296[] = {
#embed "files/templates/shared/problems.mustache" suffix(,)
    0};
static const unsigned char bytes297[] = {
#embed "files/templates/shared/refused.mustache" suffix(,)
    0};
static const unsigned char bytes298[] = {
#embed "files/towns/NOTICE" suffix(,)
    0};
static const unsigned char bytes299[] = {
#embed "files/towns/suedwestfalen-areas.txt" suffix(,)
    0};
static const unsigned char bytes300[] = {
#embed "files/towns/suedwestfalen.csv" suffix(,)
    0};

#if __has_embed("files/fonts/inter.woff2")
static const unsigned char font[] = {
#embed "files/fonts/inter.woff2" suffix(,)
    0};
#endif

static const struct asset assets[] = {
    {"icons/announce.svg", bytes0, sizeof bytes0 - 1},
    {"icons/arrow.svg", bytes1, sizeof bytes1 - 1},
    {"icons/back.svg", bytes2, sizeof bytes2 - 1},
    {"icons/board.svg", bytes3, sizeof bytes3 - 1},
    {"icons/calendar.svg", bytes4, sizeof bytes4 - 1},
    {"icons/check.svg", bytes5, sizeof bytes5 - 1},
    {"icons/clock.svg", bytes6, sizeof bytes6 - 1},
    {"icons/down.svg", bytes7, sizeof bytes7 - 1},
    {"icons/hand.svg", bytes8, sizeof bytes8 - 1},
    {"icons/minus.svg", bytes9, sizeof bytes9 - 1},
    {"icons/note.svg", bytes10, sizeof bytes10 - 1},
    {"icons/offline.svg", bytes11, sizeof bytes11 - 1},
    {"icons/park.svg", bytes12, sizeof bytes12 - 1},
    {"icons/people.svg", bytes13, sizeof bytes13 - 1},
    {"icons/pin.svg", bytes14, sizeof bytes14 - 1},
    {"icons/plus.svg", bytes15, sizeof bytes15 - 1},
    {"icons/print.svg", bytes16, sizeof bytes16 - 1},
    {"icons/projector.svg", bytes17, sizeof bytes17 - 1},
    {"icons/qr.svg", bytes18, sizeof bytes18 - 1},
    {"icons/room.svg", bytes19, sizeof bytes19 - 1},
    {"icons/search.svg", bytes20, sizeof bytes20 - 1},
    {"icons/swap.svg", bytes21, sizeof bytes21 - 1},
    {"icons/talk.svg", bytes22, sizeof bytes22 - 1},
    {"icons/up.svg", bytes23, sizeof bytes23 - 1},
    {"icons/voice.svg", bytes24, sizeof bytes24 - 1},
    {"phrases/archive.de-sie.yaml", bytes25, sizeof bytes25 - 1},
    {"phrases/archive.de.yaml", bytes26, sizeof bytes26 - 1},
    {"phrases/archive.en.yaml", bytes27, sizeof bytes27 - 1},
    {"phrases/console.de-sie.yaml", bytes28, sizeof bytes28 - 1},
    {"phrases/console.de.yaml", bytes29, sizeof bytes29 - 1},
    {"phrases/console.en.yaml", bytes30, sizeof bytes30 - 1},
    {"phrases/de-sie.yaml", bytes31, sizeof bytes31 - 1},
    {"phrases/de.yaml", bytes32, sizeof bytes32 - 1},
    {"phrases/documentation.de-sie.yaml", bytes33, sizeof bytes33 - 1},
    {"phrases/documentation.de.yaml", bytes34, sizeof bytes34 - 1},
    {"phrases/documentation.en.yaml", bytes35, sizeof bytes35 - 1},
    {"phrases/editions.de-sie.yaml", bytes36, sizeof bytes36 - 1},
    {"phrases/editions.de.yaml", bytes37, sizeof bytes37 - 1},
    {"phrases/editions.en.yaml", bytes38, sizeof bytes38 - 1},
    {"phrases/en.yaml", bytes39, sizeof bytes39 - 1},
    {"phrases/feedback.de-sie.yaml", bytes40, sizeof bytes40 - 1},
    {"phrases/feedback.de.yaml", bytes41, sizeof bytes41 - 1},
    {"phrases/feedback.en.yaml", bytes42, sizeof bytes42 - 1},
    {"phrases/groups.de-sie.yaml", bytes43, sizeof bytes43 - 1},
    {"phrases/groups.de.yaml", bytes44, sizeof bytes44 - 1},
    {"phrases/groups.en.yaml", bytes45, sizeof bytes45 - 1},
    {"phrases/records.de-sie.yaml", bytes46, sizeof bytes46 - 1},
    {"phrases/records.de.yaml", bytes47, sizeof bytes47 - 1},
    {"phrases/records.en.yaml", bytes48, sizeof bytes48 - 1},
    {"phrases/refused.de-sie.yaml", bytes49, sizeof bytes49 - 1},
    {"phrases/refused.de.yaml", bytes50, sizeof bytes50 - 1},
    {"phrases/refused.en.yaml", bytes51, sizeof bytes51 - 1},
    {"phrases/series.de-sie.yaml", bytes52, sizeof bytes52 - 1},
    {"phrases/series.de.yaml", bytes53, sizeof bytes53 - 1},
    {"phrases/series.en.yaml", bytes54, sizeof bytes54 - 1},
    {"phrases/views.de-sie.yaml", bytes55, sizeof bytes55 - 1},
    {"phrases/views.de.yaml", bytes56, sizeof bytes56 - 1},
    {"phrases/views.en.yaml", bytes57, sizeof bytes57 - 1},
    {"phrases/wall.de.yaml", bytes58, sizeof bytes58 - 1},
    {"phrases/wall.en.yaml", bytes59, sizeof bytes59 - 1},
    {"pictures/mark.svg", bytes60, sizeof bytes60 - 1},
    {"scripts/acts.js", bytes61, sizeof bytes61 - 1},
    {"scripts/board-move.js", bytes62, sizeof bytes62 - 1},
    {"scripts/board.js", bytes63, sizeof bytes63 - 1},
    {"scripts/console-board.js", bytes64, sizeof bytes64 - 1},
    {"scripts/console.js", bytes65, sizeof bytes65 - 1},
    {"scripts/drafts.js", bytes66, sizeof bytes66 - 1},
    {"scripts/folding.js", bytes67, sizeof bytes67 - 1},
    {"scripts/follow.js", bytes68, sizeof bytes68 - 1},
    {"scripts/forms.js", bytes69, sizeof bytes69 - 1},
    {"scripts/glide.js", bytes70, sizeof bytes70 - 1},
    {"scripts/install.js", bytes71, sizeof bytes71 - 1},
    {"scripts/joining.js", bytes72, sizeof bytes72 - 1},
    {"scripts/live.js", bytes73, sizeof bytes73 - 1},
    {"scripts/marking.js", bytes74, sizeof bytes74 - 1},
    {"scripts/offline.js", bytes75, sizeof bytes75 - 1},
    {"scripts/outbox.js", bytes76, sizeof bytes76 - 1},
    {"scripts/phone.js", bytes77, sizeof bytes77 - 1},
    {"scripts/projector-arrivals.js", bytes78, sizeof bytes78 - 1},
    {"scripts/projector-night.js", bytes79, sizeof bytes79 - 1},
    {"scripts/projector-stage.js", bytes80, sizeof bytes80 - 1},
    {"scripts/projector.js", bytes81, sizeof bytes81 - 1},
    {"scripts/read.js", bytes82, sizeof bytes82 - 1},
    {"scripts/record-steps.js", bytes83, sizeof bytes83 - 1},
    {"scripts/record.js", bytes84, sizeof bytes84 - 1},
    {"scripts/refusals.js", bytes85, sizeof bytes85 - 1},
    {"scripts/seats.js", bytes86, sizeof bytes86 - 1},
    {"scripts/sheet.js", bytes87, sizeof bytes87 - 1},
    {"scripts/stream-worker.js", bytes88, sizeof bytes88 - 1},
    {"scripts/stream.js", bytes89, sizeof bytes89 - 1},
    {"scripts/timer.js", bytes90, sizeof bytes90 - 1},
    {"scripts/trust.js", bytes91, sizeof bytes91 - 1},
    {"styles/announcement.css", bytes92, sizeof bytes92 - 1},
    {"styles/archive.css", bytes93, sizeof bytes93 - 1},
    {"styles/base.css", bytes94, sizeof bytes94 - 1},
    {"styles/board-list.css", bytes95, sizeof bytes95 - 1},
    {"styles/board.css", bytes96, sizeof bytes96 - 1},
    {"styles/choice.css", bytes97, sizeof bytes97 - 1},
    {"styles/code.css", bytes98, sizeof bytes98 - 1},
    {"styles/conflict.css", bytes99, sizeof bytes99 - 1},
    {"styles/console.css", bytes100, sizeof bytes100 - 1},
    {"styles/desk.css", bytes101, sizeof bytes101 - 1},
    {"styles/dialog.css", bytes102, sizeof bytes102 - 1},
    {"styles/document.css", bytes103, sizeof bytes103 - 1},
    {"styles/documentation.css", bytes104, sizeof bytes104 - 1},
    {"styles/elements.css", bytes105, sizeof bytes105 - 1},
    {"styles/empty.css", bytes106, sizeof bytes106 - 1},
    {"styles/fold.css", bytes107, sizeof bytes107 - 1},
    {"styles/font.css", bytes108, sizeof bytes108 - 1},
    {"styles/form.css", bytes109, sizeof bytes109 - 1},
    {"styles/frame.css", bytes110, sizeof bytes110 - 1},
    {"styles/grid.css", bytes111, sizeof bytes111 - 1},
    {"styles/group.css", bytes112, sizeof bytes112 - 1},
    {"styles/hint.css", bytes113, sizeof bytes113 - 1},
    {"styles/join.css", bytes114, sizeof bytes114 - 1},
    {"styles/ladder.css", bytes115, sizeof bytes115 - 1},
    {"styles/layers.css", bytes116, sizeof bytes116 - 1},
    {"styles/list.css", bytes117, sizeof bytes117 - 1},
    {"styles/next.css", bytes118, sizeof bytes118 - 1},
    {"styles/now.css", bytes119, sizeof bytes119 - 1},
    {"styles/offline.css", bytes120, sizeof bytes120 - 1},
    {"styles/panel.css", bytes121, sizeof bytes121 - 1},
    {"styles/people.css", bytes122, sizeof bytes122 - 1},
    {"styles/phases.css", bytes123, sizeof bytes123 - 1},
    {"styles/prepare.css", bytes124, sizeof bytes124 - 1},
    {"styles/price.css", bytes125, sizeof bytes125 - 1},
    {"styles/projector.css", bytes126, sizeof bytes126 - 1},
    {"styles/question.css", bytes127, sizeof bytes127 - 1},
    {"styles/queue.css", bytes128, sizeof bytes128 - 1},
    {"styles/record.css", bytes129, sizeof bytes129 - 1},
    {"styles/report.css", bytes130, sizeof bytes130 - 1},
    {"styles/rooms.css", bytes131, sizeof bytes131 - 1},
    {"styles/seats.css", bytes132, sizeof bytes132 - 1},
    {"styles/series.css", bytes133, sizeof bytes133 - 1},
    {"styles/sheet.css", bytes134, sizeof bytes134 - 1},
    {"styles/stage-words.css", bytes135, sizeof bytes135 - 1},
    {"styles/stages.css", bytes136, sizeof bytes136 - 1},
    {"styles/stepper.css", bytes137, sizeof bytes137 - 1},
    {"styles/suggestions.css", bytes138, sizeof bytes138 - 1},
    {"styles/tokens.css", bytes139, sizeof bytes139 - 1},
    {"styles/topics.css", bytes140, sizeof bytes140 - 1},
    {"styles/town-map.css", bytes141, sizeof bytes141 - 1},
    {"styles/undo.css", bytes142, sizeof bytes142 - 1},
    {"styles/wish-line.css", bytes143, sizeof bytes143 - 1},
    {"styles/wish.css", bytes144, sizeof bytes144 - 1},
    {"styles/word-picture.css", bytes145, sizeof bytes145 - 1},
    {"styles/words.css", bytes146, sizeof bytes146 - 1},
    {"templates/archive/archive.mustache", bytes147, sizeof bytes147 - 1},
    {"templates/archive/hit.mustache", bytes148, sizeof bytes148 - 1},
    {"templates/boards/band.mustache", bytes149, sizeof bytes149 - 1},
    {"templates/boards/board-list.mustache", bytes150, sizeof bytes150 - 1},
    {"templates/boards/board.mustache", bytes151, sizeof bytes151 - 1},
    {"templates/boards/cell.mustache", bytes152, sizeof bytes152 - 1},
    {"templates/boards/conflict.mustache", bytes153, sizeof bytes153 - 1},
    {"templates/boards/head.mustache", bytes154, sizeof bytes154 - 1},
    {"templates/boards/now-block.mustache", bytes155, sizeof bytes155 - 1},
    {"templates/boards/now.mustache", bytes156, sizeof bytes156 - 1},
    {"templates/boards/page.mustache", bytes157, sizeof bytes157 - 1},
    {"templates/boards/plan.mustache", bytes158, sizeof bytes158 - 1},
    {"templates/boards/quality.mustache", bytes159, sizeof bytes159 - 1},
    {"templates/boards/session-rest.mustache", bytes160, sizeof bytes160 - 1},
    {"templates/boards/session-row.mustache", bytes161, sizeof bytes161 - 1},
    {"templates/boards/slot.mustache", bytes162, sizeof bytes162 - 1},
    {"templates/console/act.mustache", bytes163, sizeof bytes163 - 1},
    {"templates/console/announcing.mustache", bytes164, sizeof bytes164 - 1},
    {"templates/console/better-step.mustache", bytes165, sizeof bytes165 - 1},
    {"templates/console/better.mustache", bytes166, sizeof bytes166 - 1},
    {"templates/console/board-lists.mustache", bytes167, sizeof bytes167 - 1},
    {"templates/console/board.mustache", bytes168, sizeof bytes168 - 1},
    {"templates/console/cell.mustache", bytes169, sizeof bytes169 - 1},
    {"templates/console/choices.mustache", bytes170, sizeof bytes170 - 1},
    {"templates/console/code.mustache", bytes171, sizeof bytes171 - 1},
    {"templates/console/end.mustache", bytes172, sizeof bytes172 - 1},
    {"templates/console/ended.mustache", bytes173, sizeof bytes173 - 1},
    {"templates/console/feedback-close.mustache", bytes174, sizeof bytes174 - 1},
    {"templates/console/feedback.mustache", bytes175, sizeof bytes175 - 1},
    {"templates/console/field.mustache", bytes176, sizeof bytes176 - 1},
    {"templates/console/footer.mustache", bytes177, sizeof bytes177 - 1},
    {"templates/console/grid.mustache", bytes178, sizeof bytes178 - 1},
    {"templates/console/groups.mustache", bytes179, sizeof bytes179 - 1},
    {"templates/console/heads.mustache", bytes180, sizeof bytes180 - 1},
    {"templates/console/links.mustache", bytes181, sizeof bytes181 - 1},
    {"templates/console/move-forms.mustache", bytes182, sizeof bytes182 - 1},
    {"templates/console/next.mustache", bytes183, sizeof bytes183 - 1},
    {"templates/console/now.mustache", bytes184, sizeof bytes184 - 1},
    {"templates/console/panel.mustache", bytes185, sizeof bytes185 - 1},
    {"templates/console/people.mustache", bytes186, sizeof bytes186 - 1},
    {"templates/console/phases.mustache", bytes187, sizeof bytes187 - 1},
    {"templates/console/pitch.mustache", bytes188, sizeof bytes188 - 1},
    {"templates/console/planning.mustache", bytes189, sizeof bytes189 - 1},
    {"templates/console/preparing.mustache", bytes190, sizeof bytes190 - 1},
    {"templates/console/price.mustache", bytes191, sizeof bytes191 - 1},
    {"templates/console/publish.mustache", bytes192, sizeof bytes192 - 1},
    {"templates/console/queue.mustache", bytes193, sizeof bytes193 - 1},
    {"templates/console/records.mustache", bytes194, sizeof bytes194 - 1},
    {"templates/console/removal.mustache", bytes195, sizeof bytes195 - 1},
    {"templates/console/running-session.mustache", bytes196, sizeof bytes196 - 1},
    {"templates/console/running.mustache", bytes197, sizeof bytes197 - 1},
    {"templates/console/said.mustache", bytes198, sizeof bytes198 - 1},
    {"templates/console/select.mustache", bytes199, sizeof bytes199 - 1},
    {"templates/console/stepper.mustache", bytes200, sizeof bytes200 - 1},
    {"templates/console/topic-form.mustache", bytes201, sizeof bytes201 - 1},
    {"templates/console/topic.mustache", bytes202, sizeof bytes202 - 1},
    {"templates/console/topics.mustache", bytes203, sizeof bytes203 - 1},
    {"templates/console/undo.mustache", bytes204, sizeof bytes204 - 1},
    {"templates/console/wall.mustache", bytes205, sizeof bytes205 - 1},
    {"templates/console/window.mustache", bytes206, sizeof bytes206 - 1},
    {"templates/documentation/page.mustache", bytes207, sizeof bytes207 - 1},
    {"templates/documentation/record.mustache", bytes208, sizeof bytes208 - 1},
    {"templates/documentation/session.mustache", bytes209, sizeof bytes209 - 1},
    {"templates/feedback/list.mustache", bytes210, sizeof bytes210 - 1},
    {"templates/feedback/page.mustache", bytes211, sizeof bytes211 - 1},
    {"templates/feedback/result.mustache", bytes212, sizeof bytes212 - 1},
    {"templates/gatherings/start.mustache", bytes213, sizeof bytes213 - 1},
    {"templates/groups/form.mustache", bytes214, sizeof bytes214 - 1},
    {"templates/groups/group.mustache", bytes215, sizeof bytes215 - 1},
    {"templates/groups/line.mustache", bytes216, sizeof bytes216 - 1},
    {"templates/groups/list.mustache", bytes217, sizeof bytes217 - 1},
    {"templates/groups/member.mustache", bytes218, sizeof bytes218 - 1},
    {"templates/groups/own-group.mustache", bytes219, sizeof bytes219 - 1},
    {"templates/groups/own.mustache", bytes220, sizeof bytes220 - 1},
    {"templates/layouts/console.mustache", bytes221, sizeof bytes221 - 1},
    {"templates/layouts/document.mustache", bytes222, sizeof bytes222 - 1},
    {"templates/layouts/page.mustache", bytes223, sizeof bytes223 - 1},
    {"templates/layouts/phone.mustache", bytes224, sizeof bytes224 - 1},
    {"templates/layouts/sheet.mustache", bytes225, sizeof bytes225 - 1},
    {"templates/layouts/site.mustache", bytes226, sizeof bytes226 - 1},
    {"templates/layouts/wide.mustache", bytes227, sizeof bytes227 - 1},
    {"templates/legal/accessibility.mustache", bytes228, sizeof bytes228 - 1},
    {"templates/legal/contact.mustache", bytes229, sizeof bytes229 - 1},
    {"templates/legal/imprint.mustache", bytes230, sizeof bytes230 - 1},
    {"templates/legal/missing.mustache", bytes231, sizeof bytes231 - 1},
    {"templates/legal/privacy.mustache", bytes232, sizeof bytes232 - 1},
    {"templates/links/link.mustache", bytes233, sizeof bytes233 - 1},
    {"templates/organiser/page.mustache", bytes234, sizeof bytes234 - 1},
    {"templates/people/join.mustache", bytes235, sizeof bytes235 - 1},
    {"templates/people/leave.mustache", bytes236, sizeof bytes236 - 1},
    {"templates/people/people.mustache", bytes237, sizeof bytes237 - 1},
    {"templates/people/profile.mustache", bytes238, sizeof bytes238 - 1},
    {"templates/prepare/deletion.mustache", bytes239, sizeof bytes239 - 1},
    {"templates/prepare/editions.mustache", bytes240, sizeof bytes240 - 1},
    {"templates/prepare/facts.mustache", bytes241, sizeof bytes241 - 1},
    {"templates/prepare/form.mustache", bytes242, sizeof bytes242 - 1},
    {"templates/prepare/new.mustache", bytes243, sizeof bytes243 - 1},
    {"templates/prepare/page.mustache", bytes244, sizeof bytes244 - 1},
    {"templates/prepare/thing.mustache", bytes245, sizeof bytes245 - 1},
    {"templates/print/board.mustache", bytes246, sizeof bytes246 - 1},
    {"templates/print/cards.mustache", bytes247, sizeof bytes247 - 1},
    {"templates/print/choice.mustache", bytes248, sizeof bytes248 - 1},
    {"templates/print/codes.mustache", bytes249, sizeof bytes249 - 1},
    {"templates/print/join.mustache", bytes250, sizeof bytes250 - 1},
    {"templates/print/records.mustache", bytes251, sizeof bytes251 - 1},
    {"templates/projector/arrival.mustache", bytes252, sizeof bytes252 - 1},
    {"templates/projector/board.mustache", bytes253, sizeof bytes253 - 1},
    {"templates/projector/closing.mustache", bytes254, sizeof bytes254 - 1},
    {"templates/projector/corner.mustache", bytes255, sizeof bytes255 - 1},
    {"templates/projector/draft.mustache", bytes256, sizeof bytes256 - 1},
    {"templates/projector/head.mustache", bytes257, sizeof bytes257 - 1},
    {"templates/projector/item.mustache", bytes258, sizeof bytes258 - 1},
    {"templates/projector/page-count.mustache", bytes259, sizeof bytes259 - 1},
    {"templates/projector/page.mustache", bytes260, sizeof bytes260 - 1},
    {"templates/projector/pitch.mustache", bytes261, sizeof bytes261 - 1},
    {"templates/projector/planning.mustache", bytes262, sizeof bytes262 - 1},
    {"templates/projector/queue.mustache", bytes263, sizeof bytes263 - 1},
    {"templates/projector/running.mustache", bytes264, sizeof bytes264 - 1},
    {"templates/projector/stage.mustache", bytes265, sizeof bytes265 - 1},
    {"templates/projector/waiting.mustache", bytes266, sizeof bytes266 - 1},
    {"templates/projector/weighing.mustache", bytes267, sizeof bytes267 - 1},
    {"templates/proposals/form.mustache", bytes268, sizeof bytes268 - 1},
    {"templates/proposals/proposal.mustache", bytes269, sizeof bytes269 - 1},
    {"templates/proposals/similar.mustache", bytes270, sizeof bytes270 - 1},
    {"templates/proposals/suggestions.mustache", bytes271, sizeof bytes271 - 1},
    {"templates/proposals/topic-row.mustache", bytes272, sizeof bytes272 - 1},
    {"templates/proposals/topics.mustache", bytes273, sizeof bytes273 - 1},
    {"templates/proposals/wish-line.mustache", bytes274, sizeof bytes274 - 1},
    {"templates/proposals/wish.mustache", bytes275, sizeof bytes275 - 1},
    {"templates/records/clash.mustache", bytes276, sizeof bytes276 - 1},
    {"templates/records/form.mustache", bytes277, sizeof bytes277 - 1},
    {"templates/records/head.mustache", bytes278, sizeof bytes278 - 1},
    {"templates/records/history.mustache", bytes279, sizeof bytes279 - 1},
    {"templates/records/keeping.mustache", bytes280, sizeof bytes280 - 1},
    {"templates/records/record.mustache", bytes281, sizeof bytes281 - 1},
    {"templates/records/release.mustache", bytes282, sizeof bytes282 - 1},
    {"templates/records/text.mustache", bytes283, sizeof bytes283 - 1},
    {"templates/refusals/offline.mustache", bytes284, sizeof bytes284 - 1},
    {"templates/refusals/refusal.mustache", bytes285, sizeof bytes285 - 1},
    {"templates/series/edition.mustache", bytes286, sizeof bytes286 - 1},
    {"templates/series/page.mustache", bytes287, sizeof bytes287 - 1},
    {"templates/shared/announcements.mustache", bytes288, sizeof bytes288 - 1},
    {"templates/shared/bar.mustache", bytes289, sizeof bytes289 - 1},
    {"templates/shared/choice.mustache", bytes290, sizeof bytes290 - 1},
    {"templates/shared/countdown.mustache", bytes291, sizeof bytes291 - 1},
    {"templates/shared/field.mustache", bytes292, sizeof bytes292 - 1},
    {"templates/shared/footer.mustache", bytes293, sizeof bytes293 - 1},
    {"templates/shared/hidden.mustache", bytes294, sizeof bytes294 - 1},
    {"templates/shared/outbox.mustache", bytes295, sizeof bytes295 - 1},
    {"templates/shared/problems.mustache", bytes296, sizeof bytes296 - 1},
    {"templates/shared/refused.mustache", bytes297, sizeof bytes297 - 1},
    {"towns/NOTICE", bytes298, sizeof bytes298 - 1},
    {"towns/suedwestfalen-areas.txt", bytes299, sizeof bytes299 - 1},
    {"towns/suedwestfalen.csv", bytes300, sizeof bytes300 - 1},
#if __has_embed("files/fonts/inter.woff2")
    {"fonts/inter.woff2", font, sizeof font - 1},
#endif
};

struct asset assetAt(size_t index) { return assets[index]; }

size_t assetCount(void) { return sizeof assets / sizeof assets[0]; }
