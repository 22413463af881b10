from django.urls import path

from forum.direct.views import block, conversation, invitation, leaving, proposal, reachability

urlpatterns = [
    path("m/conversations/", conversation.index, name="conversations"),
    path("m/conversations/new/", invitation.new, name="conversation_new"),
    path("m/conversations/asked/", invitation.asked, name="conversation_asked"),
    path("m/conversations/reach/", reachability.edit, name="reachability"),
    path("m/conversations/requests/<slug:public_id>/", invitation.answer, name="talk_request"),
    path("m/conversations/requests/<slug:public_id>/withdrawal/", invitation.withdraw, name="talk_request_withdrawal"),
    path("m/p/<slug:public_id>/asking/", invitation.ask, name="asking"),
    path("m/t/<slug:public_id>/leaving/", leaving.leave, name="leaving"),
    path("m/t/<slug:public_id>/proposals/new/", proposal.new, name="proposal_new"),
    path("m/t/<slug:thread_id>/proposals/<slug:public_id>/", proposal.answer, name="proposal"),
    path("m/blocks/", block.index, name="blocks"),
    path("m/blocks/<slug:person_id>/", block.new, name="block"),
    path("m/blocks/<slug:person_id>/lifting/", block.lift, name="block_lifting"),
]
